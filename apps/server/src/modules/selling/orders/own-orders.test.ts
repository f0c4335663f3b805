import type { Order, OrderList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { createMerchant, type Merchant } from '../../../testing/merchant.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let merchant: Merchant;
let buyer: Shopper;
let first: Order;
let second: Order;

async function place(productId: number): Promise<Order> {
  const { body } = await buyer.confirm(await buyer.fillCheckout([{ productId, quantity: 1 }]));
  return body.order;
}

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  const { email, login } = await createMember(shop);
  buyer = createShopper(shop.app, { email, token: login.access_token });
  const [lamp, vase] = merchant.products;
  await shop.db.execute(
    sql`update products set title = 'Oak Desk Lamp, 100% warm' where product_id = ${lamp}`,
  );
  await shop.db.execute(sql`update products set title = 'Clay Vase' where product_id = ${vase}`);
  first = await place(lamp);
  second = await place(vase);
});
afterAll(() => shop.close());

async function found(q: string): Promise<string[]> {
  const { body } = await buyer.send<OrderList>('GET', `/orders?q=${encodeURIComponent(q)}`);
  return body.items.map(({ order_id }) => order_id);
}

test('finds own orders by words of a title, in any order, and by number', async () => {
  expect(await found('lamp oak')).toEqual([first.order_id]);
  expect(await found('VASE')).toEqual([second.order_id]);
  expect(await found('lamp vase')).toEqual([]);
  expect(await found('100%')).toEqual([first.order_id]);
  expect(await found('%')).toEqual([first.order_id]);
  expect(await found(` #${second.order_number.toLowerCase()} `)).toEqual([second.order_id]);
  expect(await found(second.order_number.slice(0, 7))).toEqual([second.order_id]);
  expect(await found('  ')).toHaveLength(2);
});

test('never finds the orders of others', async () => {
  const { login } = await createMember(shop);
  const other = createShopper(shop.app, { token: login.access_token });
  const { body } = await other.send<OrderList>('GET', `/orders?q=${first.order_number}`);
  expect(body.items).toEqual([]);
});

test('a line links its product while the product has a page', async () => {
  const [line] = first.lines;
  expect(line.image_url).toMatch(/^\/media\//);
  expect(line.product_available).toBe(true);
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${line.product_id}`);
  expect((await merchant.order(first.order_id)).lines[0].product_available).toBe(false);
});

test('shows the delivery date that the shipping method promised when the order was placed', async () => {
  const { delivery_estimate } = await merchant.order(second.order_id);
  expect(delivery_estimate!.from >= second.created_at.slice(0, 10)).toBe(true);
  expect(delivery_estimate!.to >= delivery_estimate!.from).toBe(true);
  await shop.db.execute(sql`update shipping_methods set min_days = 20, max_days = 30`);
  expect((await merchant.order(second.order_id)).delivery_estimate).toEqual(delivery_estimate);
});

test('says what can be cancelled, or why nothing can', async () => {
  const { order } = await merchant.buy([{ productId: second.lines[0].product_id, quantity: 2 }]);
  expect(order.cancellation).toEqual({ scope: 'order', message: null });
  expect(order.status_text).toBe('Paid. We are packing it.');
  const [{ product_id }] = order.lines;
  await merchant.ship(order.order_id, { lines: [{ product_id, quantity: 1 }] });
  expect((await merchant.order(order.order_id)).cancellation.scope).toBe('rest');
  await merchant.ship(order.order_id, { all: true });
  expect((await merchant.order(order.order_id)).cancellation).toEqual({
    scope: null,
    message: 'It is on its way. You can return it once it has arrived.',
  });
  await merchant.post(order.order_id, 'deliver');
  const delivered = await merchant.order(order.order_id);
  expect(delivered.cancellation.message).toBe('It was already delivered.');
  expect(delivered.delivery_estimate).toBeNull();
});

test('has the address of the bank’s second step while it is needed', async () => {
  const guest = createShopper(shop.app);
  const checkout = await guest.fillCheckout([{ productId: second.lines[0].product_id, quantity: 1 }]);
  const { body } = await guest.confirm(checkout, { card: '4000002500003155' });
  expect(body.order.payment_action_url).toBe(body.next_action!.redirect_url);
  expect((await merchant.order(second.order_id)).payment_action_url).toBeNull();
});
