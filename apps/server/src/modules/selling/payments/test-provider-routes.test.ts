import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

const publicUrl = 'https://shop.example';
const path = '/api/v1/payments/test/authenticate';
const approvedCard = '4000002500003155';
const declinedCard = '4000008400001629';

let shop: TestShop;
let productId: number;

beforeAll(async () => {
  shop = await createTestShop({
    size: smallSize,
    env: { PUBLIC_URL: publicUrl },
  });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where price_minor is not null and on_hand > 100 limit 1`);
  productId = rows[0].product_id;
});
afterAll(() => shop.close());

async function orderThatAsks(card = approvedCard) {
  const shopper = createShopper(shop.app);
  const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
  const { body } = await shopper.confirm(checkout, { card });
  const url = new URL(body.next_action!.redirect_url!);
  expect(url.pathname).toBe(path);
  return { orderId: body.order.order_id, reference: url.searchParams.get('reference')! };
}

function decide(reference: string, decision: string) {
  return shop.app.inject({
    method: 'POST',
    url: path,
    // A bank is another site, so the shopper’s cookies of the shop do not count.
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
    payload: new URLSearchParams({ reference, decision }).toString(),
  });
}

function show(reference: string) {
  return shop.app.inject({ url: path, query: { reference } });
}

async function statusOf(orderId: string) {
  const { rows } = await shop.db.execute<{ payment_status: string; events: number; paid: number }>(sql`
    select payment_status::text,
      (select count(*)::int from payment_events e join payments p using (provider, reference)
        where p.order_id = o.order_id) as events,
      (select count(*)::int from order_events e where e.order_id = o.order_id and kind = 'paid') as paid
    from orders o where order_id = ${orderId}`);
  return rows[0];
}

test('asks the shopper to confirm, and shows the amount and that it is a test, without a script', async () => {
  const { reference } = await orderThatAsks();
  const answer = await show(reference);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-type']).toContain('text/html');
  expect(answer.headers['cache-control']).toBe('no-store');
  const { amount } = (await shop.services.gateway.find(reference))!;
  const price = new Intl.NumberFormat('en-US', { style: 'currency', currency: amount.currency });
  expect(answer.body).toContain(price.format(amount.amountMinor / 100));
  expect(answer.body).toContain('no money moves');
  expect(answer.body).toContain(`value="${reference}"`);
  expect(answer.body).not.toContain('<script');
});

test('an approval pays the order immediately, and only once', async () => {
  const { orderId, reference } = await orderThatAsks();
  const answers = [
    await decide(reference, 'approve'),
    ...(await Promise.all([decide(reference, 'approve'), decide(reference, 'refuse')])),
    await show(reference),
  ];
  for (const { statusCode, headers } of answers) {
    expect(statusCode).toBe(303);
    expect(headers.location).toBe(`/checkout/return?order=${orderId}`);
  }
  expect(await statusOf(orderId)).toEqual({ payment_status: 'paid', events: 1, paid: 1 });
  await shop.services.jobs.runDue();
  expect(await statusOf(orderId)).toEqual({ payment_status: 'paid', events: 1, paid: 1 });
});

test.each([
  ['a no', approvedCard, 'refuse'],
  ['a bank that declines after all', declinedCard, 'approve'],
])('%s fails the payment', async (_, card, decision) => {
  const { orderId, reference } = await orderThatAsks(card);
  expect((await decide(reference, decision)).statusCode).toBe(303);
  expect(await statusOf(orderId)).toEqual({ payment_status: 'failed', events: 1, paid: 0 });
});

test('answers 404 for an unknown payment', async () => {
  const reference = `test_<b>${randomUUID()}`;
  for (const answer of [await show(reference), await decide(reference, 'approve')]) {
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.body).not.toContain('<b>');
  }
});

test('accepts only the two decisions', async () => {
  const { orderId, reference } = await orderThatAsks();
  expect((await decide(reference, 'maybe')).statusCode).toBe(400);
  expect((await decide('', 'approve')).statusCode).toBe(400);
  expect((await statusOf(orderId)).payment_status).toBe('action-required');
});
