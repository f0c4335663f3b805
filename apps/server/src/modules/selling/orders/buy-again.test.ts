import type { BuyAgainAnswer, Cart } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMerchant, type Merchant } from '../../../testing/merchant.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let merchant: Merchant;
let lamp: number;
let vase: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  [lamp, vase] = merchant.products;
});
afterAll(() => shop.close());

async function bought() {
  const { order, access_token } = await merchant.buy([
    { productId: lamp, quantity: 2 },
    { productId: vase, quantity: 1 },
  ]);
  const shopper = createShopper(shop.app);
  const again = (body: object) =>
    shopper.send<BuyAgainAnswer>('POST', `/orders/${order.order_id}/buy-again?access=${access_token}`, body);
  return { order, shopper, again };
}

test('puts the products of an order into the caller’s cart', async () => {
  const { again, shopper } = await bought();
  const { status, body } = await again({});
  expect(status).toBe(200);
  expect(body.added.map(({ product_id, quantity }) => [product_id, quantity]).sort()).toEqual(
    [
      [lamp, 2],
      [vase, 1],
    ].sort(),
  );
  expect(body.left_out).toEqual([]);
  const cart = await shopper.send<Cart>('GET', '/cart');
  expect(cart.body.item_count).toBe(3);
});

test('puts one line of an order into the cart', async () => {
  const { again } = await bought();
  const { body } = await again({ product_ids: [vase] });
  expect(body.cart.items.map(({ product }) => product.product_id)).toEqual([vase]);
});

test('adds no more of a product than an order may have', async () => {
  const { again, shopper } = await bought();
  await shop.db.execute(sql`update inventory set on_hand = on_hand + 500 where product_id = ${lamp}`);
  await shopper.send('POST', '/cart/items', { product_id: lamp, quantity: 98 });
  const { body } = await again({ product_ids: [lamp] });
  expect(body.added).toMatchObject([{ product_id: lamp, quantity: 1 }]);
  expect(body.left_out).toMatchObject([{ quantity: 1, message: 'You can order at most 99 of it.' }]);
  await shop.db.execute(sql`update inventory set on_hand = on_hand - 500 where product_id = ${lamp}`);
});

test('reports what could not be bought, and why', async () => {
  const { again } = await bought();
  const { rows } = await shop.db.execute<{ on_hand: number }>(
    sql`select on_hand from inventory where product_id = ${vase}`,
  );
  await shop.db.execute(sql`update inventory set on_hand = reserved where product_id = ${vase}`);
  await shop.db.execute(sql`update inventory set on_hand = reserved + 1 where product_id = ${lamp}`);
  const { body } = await again({});
  expect(body.added).toMatchObject([{ product_id: lamp, quantity: 1 }]);
  expect(body.left_out.sort((a, b) => a.product_id - b.product_id)).toMatchObject(
    [
      {
        product_id: lamp,
        quantity: 1,
        reason: 'fewer-left',
        message: 'Your cart already has all that we have left: 1.',
      },
      { product_id: vase, quantity: 1, reason: 'out-of-stock', message: 'It is out of stock.' },
    ].sort((a, b) => a.product_id - b.product_id),
  );
  await shop.db.execute(
    sql`update inventory set on_hand = ${rows[0].on_hand} where product_id in (${vase}, ${lamp})`,
  );
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${vase}`);
  const gone = await again({ product_ids: [vase] });
  expect(gone.body.left_out).toMatchObject([
    { reason: 'product-not-found', message: 'We no longer sell it.' },
  ]);
  await shop.db.execute(sql`update products set is_listed = true where product_id = ${vase}`);
});
