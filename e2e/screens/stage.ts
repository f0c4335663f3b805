/** @file Prepares a shop for its screens: people, carts, checkouts and orders in every state. */
import { randomUUID } from 'node:crypto';
import { type PlacedOrder, placeOrder, productsForSale, testAddress } from '../api-orders.ts';
import { type ApiMember, type ApiVisitor, createApiMember, createApiVisitor } from '../api-visitor.ts';
import { mailTo } from '../outbox.ts';

/** Each visitor is a different person, so that no screen changes what another one shows. */
export interface Stage {
  readonly shopUrl: string;
  readonly visitors: Readonly<Record<VisitorName, ApiVisitor>>;
  readonly orders: Readonly<Record<OrderName, PlacedOrder>>;
  readonly product: { readonly product_id: number; readonly title: string; readonly brand: string | null };
  readonly notForSale: number | undefined;
  readonly outOfStock: number | undefined;
  /** The product has variants. */
  readonly withOptions: number | undefined;
  readonly categorySlug: string;
  /** The slug of a category, and four of its products that can be compared. */
  readonly compared: { readonly kind: string; readonly ids: readonly number[] };
}

export type VisitorName =
  | 'stranger'
  | 'cartHolder'
  | 'atContact'
  | 'atDelivery'
  | 'atPayment'
  | 'atReview'
  | 'declined'
  | 'optedOut'
  | 'viewer'
  | 'member'
  | 'newMember';

/** The visitors who are logged in. */
export const memberNames: ReadonlySet<VisitorName> = new Set(['member', 'newMember']);

export type OrderName =
  | 'paid'
  | 'waiting'
  | 'partlyShipped'
  | 'delivered'
  | 'cancelled'
  | 'returning'
  | 'refunded';

const secondStepCard = '4000002500003155';
export const decliningCard = '4000000000009995';

/**
 * @param merchant an administrator
 * @param skip how many of the best known products to leave to others
 */
export async function setStage(
  shopUrl: string,
  merchant: ApiVisitor,
  { skip = 0 }: { skip?: number } = {},
): Promise<Stage> {
  const stranger = createApiVisitor(shopUrl);
  const products = await productsForSale(stranger, { count: 8, skip });
  const ids = products.map(({ product_id }) => product_id);
  const lines = ids.slice(0, 2).map((productId) => ({ productId, quantity: 2 }));
  const guestOrder = (card?: string) =>
    placeOrder(createApiVisitor(shopUrl), { lines, ...(card !== undefined && { card }) });

  const visitors = {
    stranger,
    cartHolder: await withCart(shopUrl, ids.slice(0, 3)),
    atContact: await withCart(shopUrl, ids.slice(0, 2)),
    atDelivery: await withCheckout(shopUrl, ids, { email: 'ada@example.com' }),
    atPayment: await withCheckout(shopUrl, ids, {
      email: 'ada@example.com',
      shipping_address: testAddress,
      shipping_method_id: 'standard',
    }),
    atReview: await readyToPay(shopUrl, ids, '4242 4242 4242 4242'),
    declined: await readyToPay(shopUrl, ids, decliningCard),
    optedOut: await withoutProfile(shopUrl),
    viewer: await withViews(shopUrl, ids.slice(0, 3)),
    newMember: await createApiMember(shopUrl, { firstName: 'Noor' }),
    member: await aMember(shopUrl, merchant, ids),
  };
  await visitors.cartHolder.send('POST', `/cart/items/${ids[2]}/save-for-later`);
  await visitors.cartHolder.send('POST', '/cart/promo', { code: 'WELCOME10' });

  const orders = {
    paid: await guestOrder(),
    waiting: await guestOrder(secondStepCard),
    partlyShipped: await guestOrder(),
    delivered: await guestOrder(),
    cancelled: await guestOrder(),
    returning: await guestOrder(),
    refunded: await guestOrder(),
  };
  const { partlyShipped, delivered, cancelled, returning, refunded } = orders;
  await merchant.send('POST', `/admin/orders/${partlyShipped.orderId}/shipments`, {
    lines: [{ product_id: ids[0], quantity: 1 }],
    carrier: 'Harbour Post',
    tracking_number: 'HP 0042 7731',
  });
  for (const { orderId } of [delivered, returning]) await deliver(merchant, orderId);
  await stranger.send('POST', `/orders/${cancelled.orderId}/cancel?access=${cancelled.access}`);
  await stranger.send('POST', `/orders/${returning.orderId}/returns?access=${returning.access}`, {
    lines: [{ product_id: ids[0], quantity: 1 }],
    reason: 'other',
    note: 'It is larger than I thought.',
  });
  await merchant.send('POST', `/admin/orders/${refunded.orderId}/refund`, { all: true, reason: 'Broken' });

  const listed = await listedProducts(stranger);
  const { items: categories } = await stranger.send<{
    items: { slug: string; parent_slug: string | null; product_count: number }[];
  }>('GET', '/categories');
  const departments = categories.filter(({ parent_slug }) => parent_slug === null);
  return {
    shopUrl,
    visitors,
    orders,
    product: products[0],
    notForSale: listed.find(({ availability }) => availability === 'not-for-sale')?.product_id,
    outOfStock: listed.find(({ availability }) => availability === 'out-of-stock')?.product_id,
    withOptions: listed.find(({ variants }) => variants !== null && variants.count > 1)?.product_id,
    compared: comparedOf(listed),
    categorySlug: departments.toSorted((a, b) => b.product_count - a.product_count)[0].slug,
  };
}

interface Listed {
  readonly product_id: number;
  readonly availability: string;
  readonly variants: { readonly count: number } | null;
  readonly comparable_in: string | null;
}

/** The newest and the best known products. */
async function listedProducts(visitor: ApiVisitor): Promise<Listed[]> {
  const lists = await Promise.all(
    ['newest', 'popularity'].map((sort) =>
      visitor.send<{ items: Listed[] }>('GET', `/products?limit=100&sort=${sort}`),
    ),
  );
  const all = lists.flatMap(({ items }) => items);
  return [...new Map(all.map((product) => [product.product_id, product])).values()];
}

/** Four products of the category that has the most of them. */
function comparedOf(listed: readonly Listed[]): Stage['compared'] {
  const kinds = Map.groupBy(
    listed.filter(({ comparable_in }) => comparable_in !== null),
    ({ comparable_in }) => comparable_in!,
  );
  const [kind, products] = [...kinds].toSorted(([, a], [, b]) => b.length - a.length)[0];
  return { kind, ids: products.slice(0, 4).map(({ product_id }) => product_id) };
}

async function withViews(shopUrl: string, ids: readonly number[]): Promise<ApiVisitor> {
  const visitor = createApiVisitor(shopUrl);
  const events = ids.map((product_id) => ({ kind: 'view', product_id, event_id: randomUUID() }));
  await visitor.send('POST', '/events', { events });
  return visitor;
}

async function withCart(shopUrl: string, ids: readonly number[]): Promise<ApiVisitor> {
  const visitor = createApiVisitor(shopUrl);
  for (const [index, product_id] of ids.entries())
    await visitor.send('POST', '/cart/items', { product_id, quantity: index + 1 });
  return visitor;
}

async function withoutProfile(shopUrl: string): Promise<ApiVisitor> {
  const visitor = createApiVisitor(shopUrl);
  await visitor.send('PATCH', '/me/recommendation-preferences', { is_opted_out: true });
  return visitor;
}

async function withCheckout(shopUrl: string, ids: readonly number[], details: object): Promise<ApiVisitor> {
  const visitor = await withCart(shopUrl, ids.slice(0, 2));
  await visitor.send('POST', '/checkout', details);
  return visitor;
}

async function readyToPay(shopUrl: string, ids: readonly number[], number: string): Promise<ApiVisitor> {
  const visitor = await withCheckout(shopUrl, ids, {
    email: 'ada@example.com',
    shipping_address: testAddress,
    shipping_method_id: 'standard',
  });
  await chooseCard(visitor, number);
  return visitor;
}

export async function chooseCard(visitor: ApiVisitor, number: string): Promise<void> {
  const { payment_method_id } = await visitor.send<{ payment_method_id: string }>(
    'POST',
    '/payments/test/methods',
    { number, expiry: '04/34', security_code: '123' },
  );
  await visitor.send('PATCH', '/checkout', { payment_method: payment_method_id });
}

/** Creates a member with an address, a wishlist, and orders in transit and delivered. */
async function aMember(shopUrl: string, merchant: ApiVisitor, ids: readonly number[]): Promise<ApiMember> {
  const member = await createApiMember(shopUrl);
  const { link = '' } = await mailTo(shopUrl, member.email, 'Confirm');
  await member.send('POST', '/auth/verify-email', {
    token: new URL(link, shopUrl).searchParams.get('token'),
  });
  await member.send('POST', '/me/addresses', { ...testAddress, is_default: true });
  await member.send('POST', '/me/addresses', {
    full_name: 'Ada Öberg',
    line1: 'Storgatan 1',
    city: 'Berlin',
    postal_code: '10115',
    country: 'DE',
  });
  for (const product_id of ids.slice(0, 4)) await member.send('POST', '/wishlist', { product_id });
  const [first] = ids;
  const delivered = await placeOrder(member, { lines: ids.slice(0, 2).map((productId) => ({ productId })) });
  await deliver(merchant, delivered.orderId);
  await member.send('POST', `/products/${first}/reviews`, {
    rating: 4,
    title: 'Does what it should',
    text: 'I have used it every day since it came, and it still looks new.',
  });
  await placeOrder(member, { lines: [{ productId: ids[3], quantity: 2 }] });
  for (const [kind, product_id] of [
    ['like', ids[5]],
    ['less-of-brand', ids[5]],
    ['hide', ids[6]],
  ])
    await member.send('POST', '/recommendations/feedback', { kind, product_id });
  return member;
}

async function deliver(merchant: ApiVisitor, orderId: string): Promise<void> {
  await merchant.send('POST', `/admin/orders/${orderId}/ship`, {
    carrier: 'Harbour Post',
    tracking_number: 'HP 0042 7732',
  });
  await merchant.send('POST', `/admin/orders/${orderId}/deliver`);
}
