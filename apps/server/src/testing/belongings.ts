/** @file The data of people in the shop: a member with one of everything, and a guest with an order. */
import type { Confirmation, LoginSessionList, NoticeList, OwnReview, SavedAddress } from '@kindred/contracts';
import { sql } from '../platform/postgres/sql.ts';
import { createMember, type Member } from './account-fixture.ts';
import type { Belongings } from './api-routes.ts';
import { createShopper, homeAddress, type Shopper } from './shopper.ts';
import type { TestShop } from './test-shop.ts';

export interface Owner {
  readonly things: Belongings;
  /** A placed order, and the token that gives a guest access to it. */
  readonly placed: Confirmation;
  readonly send: Shopper['send'];
  /** All data that the shop stores about them, for a later comparison. */
  look(): Promise<unknown>;
}

/** Two products with enough stock. */
export async function findPlentiful(shop: Pick<TestShop, 'db'>): Promise<[number, number]> {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null order by on_hand - reserved desc, product_id limit 2`);
  return [rows[0].product_id, rows[1].product_id];
}

async function lookAt(send: Shopper['send'], paths: readonly string[]): Promise<object[]> {
  const replies = await Promise.all(paths.map((path) => send<object>('GET', path)));
  return replies.map(({ status, body }, index) => {
    if (status !== 200) throw new Error(`${paths[index]}: ${status} ${JSON.stringify(body)}`);
    return body;
  });
}

async function buy(
  shopper: Shopper,
  products: readonly [number, number],
): Promise<{ placed: Confirmation; checkoutId: string }> {
  const [productId, another] = products;
  const { status, body } = await shopper.confirm(await shopper.fillCheckout([{ productId, quantity: 1 }]));
  if (status !== 201) throw new Error(`confirm: ${status} ${JSON.stringify(body)}`);
  const next = await shopper.fillCheckout([{ productId: another, quantity: 2 }]);
  await shopper.send('POST', '/cart/promo', { code: 'WELCOME10' });
  return { placed: body, checkoutId: next.checkout_id };
}

export async function createMemberOwner(
  shop: Pick<TestShop, 'app' | 'db'>,
): Promise<Owner & { member: Member }> {
  const member = await createMember(shop);
  const { send } = member;
  const products = await findPlentiful(shop);
  const [productId] = products;
  const client = createShopper(shop.app, { token: member.login.access_token, email: member.email });
  const { placed, checkoutId } = await buy(client, products);
  const address = await send<SavedAddress>('POST', '/me/addresses', homeAddress);
  const sessions = await send<LoginSessionList>('GET', '/me/sessions');
  const review = await send<OwnReview>('POST', `/products/${productId}/reviews`, {
    rating: 5,
    title: 'Lovely',
    text: 'Just right.',
  });
  await send('POST', '/me/wishlist', { product_id: productId });
  await send('POST', `/products/${productId}/notices`, { kind: 'price-drop' });
  const notices = await send<NoticeList>('GET', '/me/notices');
  await send('POST', '/events', { events: [{ kind: 'view', product_id: productId }] });
  const orderId = placed.order.order_id;
  return {
    member,
    placed,
    send,
    things: {
      addressId: address.body.address_id,
      sessionId: sessions.body.items[0].session_id,
      reviewId: review.body.review_id,
      orderId,
      checkoutId,
      noticeId: notices.body.items[0].notice_id,
      productId,
    },
    async look() {
      const paths = [
        '/me/export',
        '/me/reviews',
        '/wishlist',
        '/me/notices',
        '/cart',
        '/checkout',
        `/orders/${orderId}`,
      ];
      const [everything, ...rest] = await lookAt(send, paths);
      return [{ ...everything, exported_at: undefined }, ...rest];
    },
  };
}

export async function createGuestOwner(shop: Pick<TestShop, 'app' | 'db'>): Promise<Owner> {
  const guest = createShopper(shop.app);
  const products = await findPlentiful(shop);
  const { placed, checkoutId } = await buy(guest, products);
  await guest.send('POST', '/wishlist', { product_id: products[0] });
  const orderId = placed.order.order_id;
  return {
    placed,
    send: guest.send,
    things: { ...nothing, orderId, checkoutId, productId: products[0] },
    look: () =>
      lookAt(guest.send, [
        '/cart',
        '/wishlist',
        '/checkout',
        `/orders/${orderId}?access=${placed.access_token}`,
      ]),
  };
}

const nobodys = '00000000-0000-4000-8000-000000000000';

/** Ids of objects that do not exist. */
export const nothing: Belongings = {
  addressId: nobodys,
  sessionId: nobodys,
  reviewId: '999999999999',
  orderId: nobodys,
  checkoutId: nobodys,
  noticeId: nobodys,
  productId: 2_000_000_000,
};
