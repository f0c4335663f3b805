import { randomUUID } from 'node:crypto';
import type { Cart, CartMerge, LoginAnswer, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInProcessFetch } from '../../../platform/http/in-process-fetch.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { savePromotion } from '../pricing/index.ts';

let shop: TestShop;
let spare: number[];

beforeAll(async () => {
  shop = await createTestShop();
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed and price_minor is not null order by product_id`,
  );
  spare = rows.map((row) => row.product_id);
  await shop.db.execute(sql`update products set currency = 'USD' where price_minor is not null`);
  // The shop's own pages call the API in process.
  shop.app.get('/test/guess', async (request, reply) => {
    const fetch = createInProcessFetch(shop.app, request, reply);
    const answer = await fetch('/api/v1/cart/promo', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'GUESS' }),
    });
    return { status: answer.status };
  });
});
afterAll(() => shop.close());

/** A product that no other test uses. */
async function product({
  price = 1_000,
  stock = 50,
  currency = 'USD',
}: {
  price?: number | null;
  stock?: number;
  currency?: string;
} = {}): Promise<number> {
  const productId = spare.pop()!;
  await change(productId, { price, stock, currency });
  return productId;
}

async function change(
  productId: number,
  { price, stock, currency = 'USD' }: { price: number | null; stock: number; currency?: string },
): Promise<void> {
  await shop.db.execute(sql`
    update products set price_minor = ${price}::int, currency = case when ${price}::int is not null then ${currency} end
    where product_id = ${productId}`);
  await shop.db.execute(sql`
    insert into inventory (product_id, on_hand) values (${productId}, ${stock})
    on conflict (product_id) do update set on_hand = ${stock}, reserved = 0`);
}

const add = (shopper: Pick<Shopper, 'send'>, productId: number, quantity = 1, more: object = {}) =>
  shopper.send<Cart & Problem>('POST', '/cart/items', { product_id: productId, quantity, ...more });
const cartOf = async (shopper: Pick<Shopper, 'send'>) => (await shopper.send<Cart>('GET', '/cart')).body;
const quantities = ({ items }: Cart) => items.map((item) => [item.product.product_id, item.quantity]);

test('shows an empty cart to a browser without one, and sets no cookie', async () => {
  const shopper = createShopper(shop.app);
  expect(await cartOf(shopper)).toEqual({
    items: [],
    item_count: 0,
    currency: null,
    promo_codes: [],
    breakdown: null,
    estimate: null,
    saved_items: [],
    merged_item_count: null,
    notices: [],
  });
  expect(shopper.cookies.size).toBe(0);
});

test('adds, changes and removes; every answer is the whole cart at current prices', async () => {
  const shopper = createShopper(shop.app);
  const [a, b] = [await product({ price: 1_250 }), await product({ price: 399 })];
  await add(shopper, a, 2);
  const priced = await add(shopper, b, 1, { price: 1, unit_price: { amount_minor: 1 }, total: 0 });
  expect([priced.status, priced.body.code]).toEqual([400, 'invalid-request']);
  const { status, body } = await add(shopper, b);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    item_count: 3,
    currency: 'USD',
    items: [
      {
        product: { product_id: a },
        quantity: 2,
        unit_price: { amount_minor: 1_250 },
        subtotal: { amount_minor: 2_500 },
      },
      { product: { product_id: b }, quantity: 1, available: 50, notices: [] },
    ],
    breakdown: {
      subtotal: { amount_minor: 2_899 },
      shipping: null,
      tax: null,
      total_price: { amount_minor: 2_899 },
    },
  });
  const patched = await shopper.send<Cart>('PATCH', `/cart/items/${a}`, { quantity: 5 });
  expect(quantities(patched.body)).toEqual([
    [a, 5],
    [b, 1],
  ]);
  const zeroed = await shopper.send<Cart>('PATCH', `/cart/items/${a}`, { quantity: 0 });
  expect(quantities(zeroed.body)).toEqual([[b, 1]]);
  const removed = await shopper.send<Cart>('DELETE', `/cart/items/${b}`);
  expect(removed.body.items).toEqual([]);
  expect(await cartOf(shopper)).toEqual(removed.body);
});

test('reports products that cannot be put into a cart', async () => {
  const shopper = createShopper(shop.app);
  const answer = async (productId: number, quantity: unknown = 1) => {
    const { status, body } = await add(shopper, productId, quantity as number);
    return [status, body.code];
  };
  expect(await answer(2_147_483_000)).toEqual([404, 'product-not-found']);
  expect(await answer(await product({ price: null }))).toEqual([409, 'not-for-sale']);
  expect(await answer(await product({ stock: 0 }))).toEqual([409, 'out-of-stock']);
  expect(await answer(await product(), 0)).toEqual([400, 'invalid-request']);
  expect(await answer(await product(), 100)).toEqual([400, 'invalid-request']);
  await add(shopper, await product());
  expect(await answer(await product({ currency: 'EUR' }))).toEqual([409, 'mixed-currencies']);
  const notThere = await shopper.send<Problem>('PATCH', `/cart/items/${await product()}`, { quantity: 1 });
  expect([notThere.status, notThere.body.code]).toEqual([404, 'not-in-cart']);
  expect((await cartOf(shopper)).items).toHaveLength(1);
});

test('limits the quantity to the stock, and reports it', async () => {
  const shopper = createShopper(shop.app);
  const productId = await product({ stock: 3 });
  const { body } = await add(shopper, productId, 5);
  expect(quantities(body)).toEqual([[productId, 3]]);
  expect(body.notices).toMatchObject([{ kind: 'quantity-clamped', product_id: productId, from: 5, to: 3 }]);
  expect((await cartOf(shopper)).notices).toEqual([]);
  const again = await add(shopper, productId, 1);
  expect(again.body.notices).toMatchObject([{ kind: 'quantity-clamped', from: 4, to: 3 }]);
});

test('reports a new price, lower stock and removed products until the cart is changed', async () => {
  const shopper = createShopper(shop.app);
  const [dearer, fewer, sold, gone] = await Promise.all([product(), product(), product(), product()]);
  for (const productId of [dearer, fewer, sold, gone]) await add(shopper, productId, 4);
  await change(dearer, { price: 1_500, stock: 50 });
  await change(fewer, { price: 1_000, stock: 1 });
  await change(sold, { price: 1_000, stock: 0 });
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${gone}`);
  for (const cart of [await cartOf(shopper), await cartOf(shopper)]) {
    expect(cart.notices.map(({ kind, product_id }) => [kind, product_id])).toEqual([
      ['price-changed', dearer],
      ['quantity-clamped', fewer],
      ['out-of-stock', sold],
      ['no-longer-sold', gone],
    ]);
    expect(quantities(cart)).toEqual([
      [dearer, 4],
      [fewer, 1],
      [sold, 4],
      [gone, 4],
    ]);
    expect(cart.items[3]).toMatchObject({
      unit_price: null,
      product: { availability: 'not-for-sale', price: null },
    });
    const sum = cart.items.reduce((all, { subtotal }) => all + (subtotal?.amount_minor ?? 0), 0);
    expect(cart.breakdown?.total_price.amount_minor).toBe(sum);
  }
  // A shopper who adds a product on its page has not seen the rest.
  await add(shopper, await product());
  expect((await cartOf(shopper)).notices).toHaveLength(4);
  expect((await cartOf(shopper)).notices[0].prices).toEqual({
    from: { amount_minor: 1_000, currency: 'USD' },
    to: { amount_minor: 1_500, currency: 'USD' },
  });
  const { body } = await shopper.send<Cart>('DELETE', `/cart/items/${gone}`);
  expect(body.notices.map(({ kind }) => kind)).toEqual(['price-changed', 'quantity-clamped', 'out-of-stock']);
  expect((await cartOf(shopper)).notices.map(({ kind }) => kind)).toEqual([
    'quantity-clamped',
    'out-of-stock',
  ]);
});

test('limits attempts to guess codes, on the shop’s pages too', async () => {
  const guess = async () => (await shop.app.inject('/test/guess')).json<{ status: number }>().status;
  const statuses: number[] = [];
  for (let count = 0; count < 31; count++) statuses.push(await guess());
  expect(statuses.slice(0, 30)).not.toContain(429);
  expect(statuses[30]).toBe(429);
});

test('applies a promo code, or says why not', async () => {
  const shopper = createShopper(shop.app);
  await savePromotion(shop.db, { code: 'TEN', kind: 'percentage', basisPoints: 1_000, isCombinable: true });
  await savePromotion(shop.db, {
    code: 'OLD',
    kind: 'percentage',
    basisPoints: 1_000,
    endsAt: new Date('2020-01-01T00:00:00Z'),
  });
  await savePromotion(shop.db, {
    code: 'RICH',
    kind: 'amount',
    amountMinor: 500,
    currency: 'USD',
    minimumSpendMinor: 5_000,
    isCombinable: true,
  });
  const use = async (code: string) => {
    const { status, body } = await shopper.send<Cart & Problem>('POST', '/cart/promo', { code });
    return { status, body, said: [status, body.code, body.detail] };
  };
  expect((await use('TEN')).said.slice(0, 2)).toEqual([409, 'cart-empty']);
  const productId = await product({ price: 2_000 });
  await add(shopper, productId, 1);
  expect((await use('nothing-like-it')).said).toEqual([422, 'unknown-code', 'We do not know this code.']);
  expect((await use('old')).said).toEqual([409, 'expired', 'This code is no longer valid.']);
  expect((await use('RICH')).said).toEqual([
    409,
    'minimum-spend',
    'This code is for orders of $50.00 or more: add $30.00 more.',
  ]);
  expect((await use(' ten ')).body.breakdown).toMatchObject({
    discount: { amount_minor: 200 },
    total_price: { amount_minor: 1_800 },
    applied: [{ code: 'TEN', amount: { amount_minor: 200 } }],
  });
  await add(shopper, productId, 2);
  expect((await use('RICH')).body.breakdown?.total_price.amount_minor).toBe(4_900);
  await shopper.send('PATCH', `/cart/items/${productId}`, { quantity: 1 });
  const { breakdown, promo_codes } = await cartOf(shopper);
  expect(promo_codes).toEqual(['TEN', 'RICH']);
  expect(breakdown?.refused).toMatchObject([
    { code: 'RICH', reason: 'minimum-spend', missing: { amount_minor: 3_000 } },
  ]);
  const one = await shopper.send<Cart>('DELETE', '/cart/promo/ten');
  expect(one.body.promo_codes).toEqual(['RICH']);
  // Sixty letters take 540 bytes in an address.
  const rare = await shopper.send<Cart>('DELETE', `/cart/promo/${encodeURIComponent('券'.repeat(60))}`);
  expect([rare.status, rare.body.promo_codes]).toEqual([200, ['RICH']]);
  const none = await shopper.send<Cart>('DELETE', '/cart/promo');
  expect(none.body.promo_codes).toEqual([]);
});

describe('codes that cannot be combined', () => {
  const send = (shopper: Pick<Shopper, 'send'>, code: string) =>
    shopper.send<Cart & Problem>('POST', '/cart/promo', { code });

  beforeAll(async () => {
    const alone = { kind: 'percentage', isCombinable: false } as const;
    await savePromotion(shop.db, { ...alone, code: 'FIVE', basisPoints: 500 });
    await savePromotion(shop.db, { ...alone, code: 'FIFTY', basisPoints: 5_000 });
    await savePromotion(shop.db, { ...alone, code: 'ONE', basisPoints: 100 });
    await savePromotion(shop.db, {
      code: 'BESIDE',
      kind: 'percentage',
      basisPoints: 100,
      isCombinable: true,
    });
  });

  test('are never two in one cart: the better one replaces the others', async () => {
    const shopper = createShopper(shop.app);
    await add(shopper, await product({ price: 2_000 }));
    await send(shopper, 'BESIDE');
    expect((await send(shopper, 'FIVE')).body.promo_codes).toEqual(['FIVE']);
    expect((await send(shopper, 'FIFTY')).body.promo_codes).toEqual(['FIFTY']);
    const worse = await send(shopper, 'FIVE');
    expect([worse.status, worse.body.code]).toEqual([409, 'not-combinable']);
    expect((await cartOf(shopper)).promo_codes).toEqual(['FIFTY']);
  });

  test('are never two in one cart, even if both are sent concurrently', async () => {
    for (let round = 0; round < 10; round++) {
      const shopper = createShopper(shop.app);
      await add(shopper, await product({ price: 2_000 }));
      await Promise.all(['FIVE', 'FIFTY', 'ONE', 'FIFTY', 'FIVE'].map((code) => send(shopper, code)));
      expect((await cartOf(shopper)).promo_codes).toEqual(['FIFTY']);
    }
  });

  test('are never two in one cart after a log-in: the better one moves', async () => {
    const member = await createMember(shop);
    await add(member, await product({ price: 2_000 }));
    await send(member, 'FIVE');
    const browser = createShopper(shop.app);
    await add(browser, await product({ price: 2_000 }));
    await send(browser, 'FIFTY');
    const login = { email: member.email, password: goodPassword, set_cookies: true };
    const { body } = await browser.send<LoginAnswer>('POST', '/auth/login', login);
    expect((body.cart_merge as CartMerge).promo_codes).toEqual(['FIFTY']);
    expect((await cartOf(browser)).promo_codes).toEqual(['FIFTY']);
  });
});

test('20 concurrent requests each add one', async () => {
  const shopper = createShopper(shop.app);
  const [a, b] = [await product(), await product()];
  await add(shopper, a);
  await Promise.all(Array.from({ length: 20 }, (_, index) => add(shopper, index % 2 ? a : b)));
  expect(new Map(quantities(await cartOf(shopper)) as [number, number][])).toEqual(
    new Map([
      [a, 11],
      [b, 10],
    ]),
  );
});

test('a member has the same cart on every device, and no other person has it', async () => {
  const userId = `user-${randomUUID()}`;
  await shop.db.execute(sql`insert into users (user_id) values (${userId})`);
  const token = await tokenOf({ userId });
  const [here, there, stranger] = [{ token }, { token }, {}].map((who) => createShopper(shop.app, who));
  const productId = await product();
  await add(here, productId, 2);
  expect(quantities(await cartOf(there))).toEqual([[productId, 2]]);
  expect((await cartOf(stranger)).items).toEqual([]);
  expect(here.cookies.size).toBe(0);
});

test('65 lines of a visitor move to their account at log-in; none is lost, and the answer reports each', async () => {
  const member = await createMember(shop);
  const browser = createShopper(shop.app);
  await savePromotion(shop.db, { code: 'GUEST', kind: 'percentage', basisPoints: 500, isCombinable: true });
  const ids = await Promise.all(Array.from({ length: 65 }, () => product({ stock: 5 })));
  for (const productId of ids) await add(browser, productId, 3);
  await browser.send('POST', '/cart/promo', { code: 'GUEST' });
  const own = await product();
  for (const productId of [own, ids[0], ids[1]]) await add(member, productId, 2);
  await add(member, ids[2], 3);
  await change(ids[1], { price: 1_000, stock: 0 });

  const { status, body } = await browser.send<LoginAnswer>('POST', '/auth/login', {
    set_cookies: true,
    email: member.email,
    password: goodPassword,
  });
  expect(status).toBe(200);
  const { lines, promo_codes } = body.cart_merge as CartMerge;
  expect(promo_codes).toEqual(['GUEST']);
  expect(lines).toHaveLength(66);
  const told = new Map(lines.map((line) => [line.product_id, line]));
  expect(told.get(ids[0])).toMatchObject({ from_visitor: 3, from_user: 2, quantity: 5, clamped: false });
  expect(told.get(ids[1])).toMatchObject({ quantity: 5, clamped: false });
  expect(told.get(ids[2])).toMatchObject({ from_visitor: 3, from_user: 3, quantity: 5, clamped: true });
  expect(told.get(ids[3])).toMatchObject({
    from_visitor: 3,
    from_user: 0,
    quantity: 3,
    title: expect.any(String),
  });
  const cart = await cartOf(browser);
  expect(new Map(quantities(cart) as [number, number][])).toEqual(
    new Map(lines.map((line) => [line.product_id, line.quantity])),
  );
  expect(await cartOf(member)).toEqual(cart);
  const again = await browser.send<LoginAnswer>('POST', '/auth/login', {
    set_cookies: true,
    email: member.email,
    password: goodPassword,
  });
  expect(again.body.cart_merge).toBeUndefined();
});

test('deletes visitors’ carts after 90 days, and keeps members’ carts', async () => {
  const [left, kept] = [createShopper(shop.app), createShopper(shop.app)];
  const productId = await product();
  await add(left, productId);
  await add(kept, productId);
  const visitorId = left.cookies.get('kindred_visitor')!;
  await shop.db.execute(
    sql`update carts set updated_at = now() - interval '91 days' where visitor_id = ${visitorId}::uuid or user_id is not null`,
  );
  const people = sql`select count(*)::int as count from carts where user_id is not null`;
  const before = (await shop.db.execute(people)).rows;
  await shop.db.execute(sql`select graphile_worker.add_job('sweep-carts')`);
  await shop.services.jobs.runDue();
  expect((await cartOf(left)).items).toEqual([]);
  expect((await cartOf(kept)).items).toHaveLength(1);
  expect((await shop.db.execute(people)).rows).toEqual(before);
});

test('after a log-in, the cart says how many items were already in the account, until the shopper has seen it', async () => {
  const member = await createMember(shop);
  const [own, other] = [await product(), await product()];
  await add(member, own, 2);
  await add(member, other, 1);
  const browser = createShopper(shop.app);
  await add(browser, await product());
  await browser.send('POST', '/auth/login', {
    set_cookies: true,
    email: member.email,
    password: goodPassword,
  });
  expect((await cartOf(browser)).merged_item_count).toBe(3);
  await add(member, own);
  expect((await cartOf(browser)).merged_item_count).toBe(3);
  expect((await member.send<Cart>('DELETE', '/cart/merge')).body.merged_item_count).toBeNull();
  expect((await cartOf(browser)).merged_item_count).toBeNull();
});
