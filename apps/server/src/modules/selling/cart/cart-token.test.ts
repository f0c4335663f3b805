import type { Cart, Checkout, Confirmation, LoginAnswer, NewCart, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { findPlentiful } from '../../../testing/belongings.ts';
import { goodCard, homeAddress } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let products: [number, number];
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  products = await findPlentiful(shop);
});
afterAll(() => shop.close());

/** Sends a request as a program that keeps no cookies and must get none. */
async function send<Body>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  { body, headers = {} }: { body?: object; headers?: Record<string, string> } = {},
) {
  const response = await shop.app.inject({
    method,
    url: `/api/v1${path}`,
    headers,
    ...(body && { payload: body }),
  });
  expect(response.cookies).toEqual([]);
  return { status: response.statusCode, body: response.json<Body>() };
}

async function createCart() {
  const { status, body } = await send<NewCart>('POST', '/cart');
  expect(status).toBe(201);
  return { ...body, headers: { 'x-cart-token': body.cart_token } };
}

const add = (productId: number, headers: Record<string, string>) =>
  send<Cart>('POST', '/cart/items', { body: { product_id: productId, quantity: 2 }, headers });

test('a program without cookies buys as a guest', async () => {
  const { headers, items } = await createCart();
  expect(items).toEqual([]);
  await Promise.all(products.map((productId) => add(productId, headers)));
  const cart = await send<Cart>('GET', '/cart', { headers });
  expect(cart.body.items.map(({ product }) => product.product_id).sort()).toEqual([...products].sort());

  const details = { email: 'guest@example.com', shipping_address: homeAddress };
  await send<Checkout>('POST', '/checkout', { body: details, headers });
  const { body: checkout } = await send<Checkout>('PATCH', '/checkout', {
    body: { shipping_method_id: 'standard' },
    headers,
  });
  const placed = await send<Confirmation>('POST', '/checkout/confirm', {
    body: {
      checkout_id: checkout.checkout_id,
      payment_method: goodCard,
      expected_total: checkout.breakdown.total_price,
    },
    headers: { ...headers, 'idempotency-key': 'one order' },
  });
  expect(placed.status).toBe(201);
  const { order, access_token } = placed.body;
  expect((await send('GET', `/orders/${order.order_id}?access=${access_token}`)).status).toBe(200);
  expect((await send<Cart>('GET', '/cart', { headers })).body.items).toEqual([]);
});

test('a cart with a token cannot be reached without the token', async () => {
  const { cart_id, cart_token, headers } = await createCart();
  await add(products[0], headers);
  const { cart_token: another } = await createCart();
  const [, signature] = cart_token.split('.');
  for (const forged of [
    cart_id,
    `${cart_id}.`,
    `${cart_id}.${another.split('.')[1]}`,
    `${another.split('.')[0]}.${signature}`,
    `${cart_token}x`,
    '',
  ]) {
    const { status, body } = await send<Problem>('GET', '/cart', { headers: { 'x-cart-token': forged } });
    expect([forged, status, body.code]).toEqual([forged, 401, 'invalid-cart-token']);
  }
  const asVisitor = await send<Cart>('GET', '/cart', { headers: { cookie: `kindred_visitor=${cart_id}` } });
  expect(asVisitor.body.items).toEqual([]);
  expect((await send<Cart>('GET', '/cart', { headers: { 'x-cart-token': another } })).body.items).toEqual([]);
});

test('a log-in moves the cart to the account', async () => {
  const { headers } = await createCart();
  await add(products[0], headers);
  const { email } = await createMember(shop);
  const { body } = await send<LoginAnswer>('POST', '/auth/login', {
    body: { email, password: goodPassword },
    headers,
  });
  expect(body.cart_merge).toMatchObject({ lines: [{ product_id: products[0], from_visitor: 2 }] });
  const authorization = `Bearer ${body.access_token}`;
  const theirs = await send<Cart>('GET', '/cart', { headers: { ...headers, authorization } });
  expect(theirs.body.items).toHaveLength(1);
  expect((await send<Cart>('GET', '/cart', { headers })).body.items).toEqual([]);
});
