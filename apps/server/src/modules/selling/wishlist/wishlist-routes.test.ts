import type { Cart, Problem, ProductList, Session, Wishlist, WishlistToCart } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword, type Member } from '../../../testing/account-fixture.ts';
import { isSomebodyWaiting } from '../../../testing/postgres/lock-waits.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { sellable, stock } from '../../../testing/stock-fixture.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { startWatchingWishlist, watchWished } from '../notices/index.ts';
import { removeFromWishlist } from './remove-from-wishlist.ts';
import { findWishedIds, lockWishlist } from './wishlist-repository.ts';

let shop: TestShop;
let productIds: number[];
let now = new Date();

beforeAll(async () => {
  shop = await createTestShop({ clock: () => now });
  const { items } = await shop.get<ProductList>('/api/v1/products?limit=20');
  productIds = items.map(({ product_id }) => product_id);
});
beforeEach(() => {
  now = new Date();
});
afterAll(() => shop.close());

type Send = Shopper['send'];
const add = (send: Send, productId: number) =>
  send<{ code?: string }>('POST', '/wishlist', { product_id: productId });
const listOf = async (send: Send) => (await send<Wishlist>('GET', '/wishlist')).body;
const idsOf = async (send: Send) => (await listOf(send)).items.map(({ product }) => product.product_id);

/** Guests and members use the same addresses for their lists. */
const people: Record<string, () => Promise<Send>> = {
  guest: async () => createShopper(shop.app).send,
  member: async () => (await createMember(shop)).send,
};

test.each(Object.keys(people))('keeps products of a %s, the newest first, page by page', async (who) => {
  const send = await people[who]();
  expect(await listOf(send)).toEqual({ items: [], total: 0, mails_changes: false, next_cursor: null });
  for (const productId of productIds.slice(0, 7)) expect((await add(send, productId)).status).toBe(201);
  const seen: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body: page }: { body: Wishlist } = await send<Wishlist>(
      'GET',
      `/wishlist?limit=3${cursor && `&cursor=${cursor}`}`,
    );
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ product }) => product.product_id));
    cursor = page.next_cursor;
  }
  const newestFirst = productIds.slice(0, 7).reverse();
  expect(seen).toEqual(newestFirst);
  expect((await send('GET', '/wishlist/ids')).body).toEqual({ product_ids: newestFirst });
  expect((await send<Session>('GET', '/session')).body.wishlist_product_ids).toEqual(newestFirst);
});

test.each(Object.keys(people))(
  'adding twice adds once, and removing twice is not an error, for a %s',
  async (who) => {
    const send = await people[who]();
    await add(send, productIds[1]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => add(send, productIds[0])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    for (let twice = 0; twice < 2; twice++)
      expect((await send('DELETE', `/wishlist/${productIds[0]}`)).status).toBe(204);
    expect(await idsOf(send)).toEqual([productIds[1]]);
  },
);

test('reading creates no list and no visitor', async () => {
  const guest = createShopper(shop.app);
  const count = async () =>
    (await shop.db.execute<{ count: number }>(sql`select count(*)::int as count from wishlists`)).rows[0]
      .count;
  const before = await count();
  await guest.send('GET', '/wishlist');
  await guest.send('DELETE', `/wishlist/${productIds[0]}`);
  expect(guest.cookies.size).toBe(0);
  expect(await count()).toBe(before);
});

test('each person has their own list, and the members’ address is only for members', async () => {
  const [ada, bo] = [await people.member(), await people.member()];
  await add(ada, productIds[0]);
  expect(await idsOf(bo)).toEqual([]);
  expect((await ada<Wishlist>('GET', '/me/wishlist')).body.total).toBe(1);
  expect((await createShopper(shop.app).send('GET', '/me/wishlist')).status).toBe(401);
});

test('a product that is put back soon has its old position and its old price', async () => {
  const send = await people.guest();
  const [first, second] = await sellable(shop.db, 2);
  await add(send, first);
  await add(send, second);
  const before = await listOf(send);
  await shop.db.execute(sql`update products set price_minor = price_minor - 1 where product_id = ${first}`);
  await send('DELETE', `/wishlist/${first}`);
  await add(send, first);
  const after = await listOf(send);
  expect(after.items.map(({ added_at, added_price }) => [added_at, added_price])).toEqual(
    before.items.map(({ added_at, added_price }) => [added_at, added_price]),
  );
  const [, { product, added_price }] = after.items;
  expect(added_price).toEqual({ ...product.price, amount_minor: product.price!.amount_minor + 1 });

  await send('DELETE', `/wishlist/${first}`);
  await shop.db.execute(sql`
    update wishlist_items set removed_at = removed_at - interval '11 minutes' where removed_at is not null`);
  await add(send, first);
  const [{ product: newest, added_price: priceNow }] = (await listOf(send)).items;
  expect([newest.product_id, priceNow]).toEqual([first, newest.price]);
});

test('rejects unlisted products, and hides products that are no longer listed', async () => {
  const send = await people.member();
  expect((await add(send, 2_147_483_000)).body.code).toBe('product-not-found');
  const hidden = productIds[19];
  await add(send, hidden);
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${hidden}`);
  expect(await listOf(send)).toMatchObject({ items: [], total: 0 });
  expect((await send<Session>('GET', '/session')).body.wishlist_product_ids).toEqual([]);
});

test('holds at most 500 products, even with concurrent requests', async () => {
  const { send, userId } = await createMember(shop);
  await shop.db.execute(sql`
    with list as (insert into wishlists (user_id) values (${userId}) returning wishlist_id),
      more as (
        insert into products (parent_asin, title) select 'more' || n, 'more' from generate_series(1, 498) n
        returning product_id)
    insert into wishlist_items (wishlist_id, product_id) select wishlist_id, product_id from list, more`);
  const answers = await Promise.all(productIds.slice(0, 6).map((productId) => add(send, productId)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('wishlist-full');
});

async function logInWith(guest: Shopper, { email }: Member): Promise<void> {
  const { status } = await guest.send('POST', '/auth/login', {
    email,
    password: goodPassword,
    set_cookies: true,
  });
  expect(status).toBe(200);
}

test('at log-in, moves the guest’s list to the member’s, whose products stay as they were', async () => {
  const member = await createMember(shop);
  const guest = createShopper(shop.app);
  const [mine, both, theirs] = productIds;
  for (const productId of [mine, both]) await add(member.send, productId);
  for (const productId of [both, theirs]) await add(guest.send, productId);
  const before = await listOf(member.send);
  await logInWith(guest, member);
  expect(await idsOf(member.send)).toEqual([theirs, both, mine]);
  expect((await listOf(member.send)).items.slice(1)).toEqual(before.items);
  expect(await idsOf(guest.send)).toEqual([theirs, both, mine]);
  const { rows } = await shop.db.execute(
    sql`select from wishlists where visitor_id = ${guest.cookies.get('kindred_visitor') ?? null}::uuid`,
  );
  expect(rows).toEqual([]);
});

test('a product that the member removed long ago comes with the guest’s list as the guest added it', async () => {
  const member = await createMember(shop);
  const guest = createShopper(shop.app);
  const [gone, kept] = productIds;
  for (const productId of [gone, kept]) await add(member.send, productId);
  await member.send('DELETE', `/wishlist/${gone}`);
  await shop.db.execute(
    sql`update wishlist_items set removed_at = removed_at - interval '1 hour' where removed_at is not null`,
  );
  await add(guest.send, gone);
  const [{ added_at }] = (await listOf(guest.send)).items;
  await logInWith(guest, member);
  expect((await listOf(member.send)).items).toMatchObject([{ added_at }, {}]);
  expect(await idsOf(member.send)).toEqual([gone, kept]);
});

test('two browsers that log in concurrently lose nothing', async () => {
  const member = await createMember(shop);
  const guests = [createShopper(shop.app), createShopper(shop.app), createShopper(shop.app)];
  for (const [place, guest] of guests.entries()) {
    await add(guest.send, productIds[place]);
    await add(guest.send, productIds[5]);
  }
  await Promise.all(guests.map((guest) => logInWith(guest, member)));
  expect((await idsOf(member.send)).sort((a, b) => a - b)).toEqual(
    [0, 1, 2, 5].map((place) => productIds[place]).sort((a, b) => a - b),
  );
});

test('puts the whole list into the cart, and reports what could not be added', async () => {
  const { send } = createShopper(shop.app);
  const [inCart, there, gone, free] = await sellable(shop.db, 4);
  for (const productId of [free, gone, there, inCart]) await add(send, productId);
  await send('POST', '/cart/items', { product_id: inCart, quantity: 2 });
  await stock(shop.db, [gone], 0);
  await shop.db.execute(
    sql`update products set price_minor = null, currency = null where product_id = ${free}`,
  );
  const { status, body } = await send<WishlistToCart>('POST', '/wishlist/add-to-cart');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    added: [there],
    already_in_cart: [inCart],
    not_added: [
      { product_id: gone, reason: 'out-of-stock' },
      { product_id: free, reason: 'not-for-sale' },
    ],
  });
  expect(body.not_added[0].title).not.toBe('');
  const quantities = (cart: Cart) =>
    cart.items.map(({ product, quantity }) => [product.product_id, quantity]);
  expect(quantities(body.cart)).toEqual([
    [inCart, 2],
    [there, 1],
  ]);
  expect(quantities((await send<Cart>('GET', '/cart')).body)).toEqual(quantities(body.cart));
  expect(await idsOf(send)).toHaveLength(4);
});

test('keeps a guest’s list for 90 days after its last change', async () => {
  const [kept, left] = [createShopper(shop.app), createShopper(shop.app)];
  for (const { send } of [kept, left]) await add(send, productIds[0]);
  const member = await createMember(shop);
  await add(member.send, productIds[0]);
  now = new Date(Date.now() + 89 * 86_400_000);
  await shop.db.execute(sql`
    update wishlists set updated_at = now() - interval '2 days'
    where visitor_id is null or visitor_id = ${left.cookies.get('kindred_visitor') ?? null}::uuid`);
  await shop.db.execute(sql`select graphile_worker.add_job('sweep-wishlists')`);
  await shop.services.jobs.runDue();
  const counts = await Promise.all([kept, left, member].map(async ({ send }) => (await idsOf(send)).length));
  expect(counts).toEqual([1, 0, 1]);
});

test('does not watch a product that is removed while the member starts to watch the list', async () => {
  const { send, userId } = await createMember(shop);
  await add(send, productIds[0]);
  let isRemoved = false;
  let removal: Promise<void> | undefined;
  await withTransaction(shop.db, async (tx) => {
    const wishlistId = await lockWishlist(tx, { kind: 'user', userId });
    await startWatchingWishlist(tx, userId);
    const wishedIds = await findWishedIds(tx, wishlistId!);
    removal = removeFromWishlist(shop.db, { owner: { kind: 'user', userId }, productId: productIds[0] }).then(
      () => {
        isRemoved = true;
      },
    );
    await vi.waitFor(async () => expect(isRemoved || (await isSomebodyWaiting(shop.db))).toBe(true));
    await watchWished(tx, { userId, productIds: wishedIds });
  });
  await removal;
  const { rows } = await shop.db.execute(
    sql`select from product_notices join notice_recipients using (recipient_id) where user_id = ${userId}`,
  );
  expect(rows).toEqual([]);
});

test('only members with a confirmed address can ask for mails about the list', async () => {
  const { send } = await createMember(shop, { isVerified: false });
  const refused = await send<Problem>('PATCH', '/me/wishlist', { mails_changes: true });
  expect([refused.status, refused.body.code]).toEqual([403, 'verify-your-email']);
  expect((await createShopper(shop.app).send('PATCH', '/me/wishlist', { mails_changes: true })).status).toBe(
    401,
  );
});
