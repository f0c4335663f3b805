/** @file `@kindred/client` with a listening shop. */
import { createClient, type KindredClient, memoryTokens, type Tokens } from '@kindred/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMember, goodPassword } from './testing/account-fixture.ts';
import { findPlentiful } from './testing/belongings.ts';
import { goodCard, homeAddress } from './testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

let shop: TestShop;
let baseUrl: string;
let productId: number;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  baseUrl = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  [productId] = await findPlentiful(shop);
});
afterAll(() => shop.close());

/** A client, its stored tokens, and the paths of its requests. */
function watch(tokens: Tokens = {}) {
  const store = memoryTokens(tokens);
  const asked: string[] = [];
  const client = createClient({
    baseUrl,
    tokens: store,
    fetch(url, init) {
      asked.push(`${init.method} ${new URL(url).pathname.replace('/api/v1', '')}`);
      return fetch(url, init);
    },
  });
  return { client, asked, kept: () => store.read() as Tokens, store };
}

async function loggedIn(role: 'shopper' | 'admin' = 'shopper') {
  const { email } = await createMember(shop, { role });
  const watched = watch();
  await watched.client.login({ email, password: goodPassword });
  return { email, ...watched };
}

async function buy(client: KindredClient, email?: string) {
  await client.addToCart(productId);
  const checkout = await client.beginCheckout({
    ...(email !== undefined && { email }),
    shipping_address: homeAddress,
    shipping_method_id: 'standard',
  });
  return client.confirmCheckout({
    checkout_id: checkout.checkout_id,
    payment_method: goodCard,
    expected_total: checkout.breakdown.total_price,
  });
}

describe('a member who is logged in', () => {
  test('stays logged in when the access token expires; many concurrent requests cause one refresh', async () => {
    const { client, email, asked, kept, store } = await loggedIn();
    const before = kept();
    store.write({ ...before, accessToken: 'expired' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.me()));
    expect(new Set(answers.map((profile) => profile.email))).toEqual(new Set([email]));
    expect(asked.filter((path) => path === 'POST /auth/refresh')).toHaveLength(1);
    expect(kept().refreshToken).not.toBe(before.refreshToken);

    store.write({ ...kept(), accessToken: undefined });
    expect((await client.me()).email).toBe(email);
  });

  test('logs in twice on one device, and out of only one', async () => {
    const { client, email, kept } = await loggedIn();
    const { deviceToken } = kept();
    const second = watch({ deviceToken });
    await second.client.login({ email, password: goodPassword });
    expect((await client.sessions()).items).toHaveLength(3);
    await client.logout();
    expect(kept()).toEqual({ deviceToken });
    await expect(client.me()).rejects.toMatchObject({ status: 401, code: 'log-in-first' });
    expect((await second.client.me()).email).toBe(email);
  });

  test('logs out with an access token that has expired, and the session is over', async () => {
    const { client, email, kept, store } = await loggedIn();
    store.write({ ...kept(), accessToken: 'expired' });
    await client.logout();
    const other = watch();
    await other.client.login({ email, password: goodPassword });
    expect((await other.client.sessions()).items).toHaveLength(2);
  });

  test('gets an error when the session was ended elsewhere, and the client deletes its tokens', async () => {
    const { client, email, kept, store } = await loggedIn();
    const other = watch();
    await other.client.login({ email, password: goodPassword });
    await other.client.endOtherSessions();
    await expect(client.me()).rejects.toMatchObject({ status: 401, code: 'invalid-refresh-token' });
    expect(kept()).toEqual({ deviceToken: expect.any(String) });
    expect(await store.read()).not.toHaveProperty('accessToken', expect.anything());
    await expect(client.me()).rejects.toMatchObject({ code: 'log-in-first' });
  });

  test('uses the tokens that another client wrote to the same store', async () => {
    const { client, email, kept, store } = await loggedIn();
    const fresh = kept();
    let reads = 0;
    const sharing = createClient({
      baseUrl,
      tokens: {
        read: () => (reads++ < 2 ? { ...fresh, accessToken: 'expired' } : fresh),
        write: () => expect.fail('It refreshed a fresh token.'),
      },
    });
    expect((await sharing.me()).email).toBe(email);
    expect((await client.me()).email).toBe(email);
    expect(store.read()).toEqual(fresh);
  });
});

describe('a guest', () => {
  test('has access to the cart and the order with stored tokens, also with a new client', async () => {
    const { client, kept } = watch();
    await client.createCart();
    const { order } = await buy(client, 'guest@example.com');
    const later = watch(JSON.parse(JSON.stringify(kept())) as Tokens).client;
    expect((await later.order(order.order_id)).order_number).toBe(order.order_number);
    expect((await later.cart()).items).toEqual([]);
    const stranger = watch();
    await expect(stranger.client.order(order.order_id)).rejects.toMatchObject({ code: 'order-not-found' });
    await stranger.client.findOrder({ order_number: order.order_number, email: 'guest@example.com' });
    expect((await stranger.client.cancelOrder(order.order_id)).status).toBe('Cancelled');
  });

  test('gets another cart when the shop no longer has the cart of its token', async () => {
    const { client, kept } = watch({ cartToken: 'of another shop' });
    await expect(client.cart()).rejects.toMatchObject({ code: 'invalid-cart-token' });
    await client.createCart();
    expect((await client.addToCart(productId)).items).toHaveLength(1);
    expect(kept().cartToken).not.toBe('of another shop');
  });

  test('keeps the cart at the log-in', async () => {
    const { email } = await createMember(shop);
    const { client, kept } = watch();
    await client.createCart();
    await client.addToCart(productId, 2);
    await client.login({ email, password: goodPassword });
    expect(kept().cartToken).toBeUndefined();
    expect((await client.cart()).items).toMatchObject([{ quantity: 2 }]);
  });
});

test('follows an order to its refund although a node stops and a token expires', async () => {
  const { client, asked, kept, store } = await loggedIn();
  const { client: admin } = await loggedIn('admin');
  const { order } = await buy(client);
  const kinds: string[] = [];
  for await (const { kind } of client.orderEvents(order.order_id)) {
    kinds.push(kind);
    if (kind === 'paid') {
      store.write({ ...kept(), accessToken: 'expired' });
      shop.services.orderStreams.close();
      await admin.admin.refundOrder(order.order_id, { all: true, reason: 'It broke' });
      await shop.services.jobs.runDue();
    }
    if (kind === 'refunded') break;
  }
  expect(kinds).toEqual(expect.arrayContaining(['placed', 'paid', 'refund-requested', 'refunded']));
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(asked.slice(asked.indexOf(`GET /orders/${order.order_id}/events`))).toEqual([
    `GET /orders/${order.order_id}/events`,
    `GET /orders/${order.order_id}/events`,
    'POST /auth/refresh',
    `GET /orders/${order.order_id}/events`,
  ]);
});
