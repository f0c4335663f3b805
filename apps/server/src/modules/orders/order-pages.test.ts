import type { Confirmation } from '@kindred/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createShopper, type Shopper } from '../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
let buyer: Shopper;
let bought: Confirmation;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const hostile = '<script>alert(1)</script> & "Lamp"';

async function buy(card?: string): Promise<void> {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    update products set title = ${hostile} where product_id = (
      select product_id from products join inventory using (product_id)
      where is_listed and price_minor is not null and on_hand > 2 order by product_id limit 1)
    returning product_id`);
  buyer = createShopper(shop.app);
  const checkout = await buyer.fillCheckout([{ productId: rows[0].product_id, quantity: 2 }]);
  bought = (await buyer.confirm(checkout, card === undefined ? {} : { card })).body;
}

function page(url: string, cookies = buyer.cookies) {
  return shop.app.inject({ url, cookies: Object.fromEntries(cookies) });
}

function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return shop.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('shows an order to whoever holds its token, and what it says as text', async () => {
  await buy();
  const { order, access_token } = bought;
  const shown = await page(`/orders/${order.order_id}?access=${access_token}`, new Map());
  expect(shown.statusCode).toBe(200);
  expect(shown.body).toContain(`Order ${order.order_number}`);
  expect(shown.body).toContain('Paid. We are packing it.');
  expect(shown.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Lamp&quot;');
  expect(shown.body).not.toContain('<script>alert');
  expect(shown.headers).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
  });
});

test('shows others a way to find theirs', async () => {
  await buy();
  const { order } = bought;
  for (const url of [
    `/orders/${order.order_id}`,
    `/orders/${order.order_id}?access=abc`,
    '/orders/nonsense',
  ]) {
    const refused = await page(url, new Map());
    expect(refused.statusCode).toBe(404);
    expect(refused.body).toContain('Find your order');
    expect(refused.body).not.toContain(order.order_number);
  }
});

test('finds an order by its number and the e-mail address', async () => {
  await buy();
  const { order_number, email } = bought.order;
  const found = await post('/orders/find', { order_number, email: email! });
  expect(found.statusCode).toBe(303);
  expect((await page(String(found.headers.location), new Map())).statusCode).toBe(200);
  const wrong = await post('/orders/find', { order_number, email: 'somebody@example.com' });
  expect(wrong.statusCode).toBe(404);
  expect(wrong.body).toContain(`value="${order_number}"`);
});

test('cancels without a script, and not from another site', async () => {
  await buy();
  const path = `/orders/${bought.order.order_id}/cancel?access=${bought.access_token}`;
  const foreign = await post(
    path,
    {},
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  );
  expect(foreign.statusCode).toBe(403);
  const cancelled = await post(path, {});
  expect(cancelled.statusCode).toBe(303);
  const shown = await page(String(cancelled.headers.location), new Map());
  expect(shown.body).toContain('You cancelled it.');
  expect(shown.body).not.toContain('Cancel this order');
});
