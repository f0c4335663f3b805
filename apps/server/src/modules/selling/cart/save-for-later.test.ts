import type { Cart, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let spare: number[];

beforeAll(async () => {
  shop = await createTestShop();
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed order by product_id limit 12`,
  );
  spare = rows.map((row) => row.product_id);
});
afterAll(() => shop.close());

async function change(productId: number, { price = 1_000, stock = 50 } = {}): Promise<number> {
  await shop.db.execute(
    sql`update products set price_minor = ${price}, currency = 'USD' where product_id = ${productId}`,
  );
  await shop.db.execute(sql`
    insert into inventory (product_id, on_hand) values (${productId}, ${stock})
    on conflict (product_id) do update set on_hand = ${stock}, reserved = 0`);
  return productId;
}

const add = ({ send }: Pick<Shopper, 'send'>, productId: number, quantity = 1) =>
  send<Cart>('POST', '/cart/items', { product_id: productId, quantity });
const save = ({ send }: Pick<Shopper, 'send'>, productId: number) =>
  send<Cart & Problem>('POST', `/cart/items/${productId}/save-for-later`);
const move = ({ send }: Pick<Shopper, 'send'>, productId: number) =>
  send<Cart & Problem>('POST', `/cart/saved/${productId}/move-to-cart`);
const cartOf = async ({ send }: Pick<Shopper, 'send'>) => (await send<Cart>('GET', '/cart')).body;
const contents = ({ items, saved_items }: Cart) =>
  [items, saved_items].map((list) => list.map(({ product, quantity }) => [product.product_id, quantity]));

test('a saved product leaves the cart and its total, and returns unchanged', async () => {
  const shopper = createShopper(shop.app);
  const [a, b] = [await change(spare.pop()!), await change(spare.pop()!)];
  await add(shopper, a, 2);
  await add(shopper, b);
  const saved = (await save(shopper, a)).body;
  expect(contents(saved)).toEqual([[[b, 1]], [[a, 2]]]);
  expect([saved.item_count, saved.breakdown?.total_price.amount_minor]).toEqual([1, 1_000]);
  expect(contents(await cartOf(shopper))).toEqual(contents(saved));
  const back = (await move(shopper, a)).body;
  expect(contents(back)).toEqual([
    [
      [b, 1],
      [a, 2],
    ],
    [],
  ]);
  await save(shopper, b);
  const removed = await shopper.send<Cart>('DELETE', `/cart/saved/${b}`);
  expect(contents(removed.body)).toEqual([[[a, 2]], []]);
});

test('reports a product that is not there, and keeps one saved that cannot be bought', async () => {
  const shopper = createShopper(shop.app);
  const productId = await change(spare.pop()!);
  expect((await save(shopper, productId)).body.code).toBe('not-in-cart');
  expect((await move(shopper, productId)).body.code).toBe('not-saved');
  await add(shopper, productId, 3);
  await save(shopper, productId);
  await change(productId, { price: 900, stock: 0 });
  expect((await cartOf(shopper)).saved_items[0].notices.map(({ kind }) => kind)).toEqual([
    'out-of-stock',
    'price-changed',
  ]);
  expect((await move(shopper, productId)).body.code).toBe('out-of-stock');
  await change(productId, { price: 900, stock: 2 });
  const { body } = await move(shopper, productId);
  expect(contents(body)).toEqual([[[productId, 2]], []]);
  expect(body.notices.map(({ kind }) => kind)).toEqual(['quantity-clamped']);
  expect((await cartOf(shopper)).notices).toEqual([]);
});

test('adding a saved product to the cart removes it from the saved ones', async () => {
  const shopper = createShopper(shop.app);
  const productId = await change(spare.pop()!);
  await add(shopper, productId, 3);
  await save(shopper, productId);
  expect(contents((await add(shopper, productId)).body)).toEqual([[[productId, 1]], []]);
});

test('a log-in merges both lists; a product in the cart is not saved too', async () => {
  const [a, b, c] = [await change(spare.pop()!), await change(spare.pop()!), await change(spare.pop()!)];
  const member = await createMember(shop);
  for (const productId of [a, b]) {
    await add(member, productId, 2);
    await save(member, productId);
  }
  const browser = createShopper(shop.app);
  await add(browser, c);
  await save(browser, c);
  await add(browser, a);
  const login = { email: member.email, password: goodPassword, set_cookies: true };
  await browser.send('POST', '/auth/login', login);
  expect(contents(await cartOf(browser))).toEqual([
    [[a, 1]],
    [
      [b, 2],
      [c, 1],
    ],
  ]);
});

test('concurrent changes lose nothing', async () => {
  const shopper = createShopper(shop.app);
  const [a, b] = [await change(spare.pop()!), await change(spare.pop()!)];
  await add(shopper, a);
  await add(shopper, b);
  const set = (quantity: number) => shopper.send('PATCH', `/cart/items/${b}`, { quantity });
  await Promise.all([save(shopper, a), ...[2, 3, 4, 5].map(set), save(shopper, a), move(shopper, a)]);
  await set(7);
  const [lines, saved] = contents(await cartOf(shopper));
  expect([...lines, ...saved].toSorted(([x], [y]) => x - y)).toEqual(
    [
      [a, 1],
      [b, 7],
    ].toSorted(([x], [y]) => x - y),
  );
});
