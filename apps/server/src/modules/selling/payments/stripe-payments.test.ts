import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createStripeServer, type StripeServer } from '../../../testing/servers/stripe-server.ts';
import { createShopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let stripe: StripeServer;
let shop: TestShop;
let productId: number;

beforeAll(async () => {
  stripe = await createStripeServer();
  shop = await createTestShop({
    size: smallSize,
    env: {
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
      STRIPE_API_BASE: stripe.url.href,
    },
  });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where price_minor is not null and on_hand > 100 limit 1`);
  productId = rows[0].product_id;
});
afterAll(async () => {
  await shop.close();
  await stripe.close();
});

async function pay(card: string) {
  const shopper = createShopper(shop.app);
  const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
  const { body } = await shopper.confirm(checkout, { card });
  const orderId = body.order.order_id;
  const { rows } = await shop.db.execute<{ reference: string }>(
    sql`select reference from payments where order_id = ${orderId}`,
  );
  return { orderId, reference: rows[0].reference };
}

/** Sends an event as Stripe does. */
async function tell(type: string, object: Record<string, unknown>, id: string = randomUUID()) {
  const { body, headers } = stripe.event({ id, type, object });
  const answer = await shop.app.inject({
    method: 'POST',
    url: '/api/v1/payments/webhooks/stripe',
    payload: body,
    headers,
  });
  expect(answer.statusCode).toBe(200);
}

async function orderOf(orderId: string) {
  const { rows } = await shop.db.execute<{ payment_status: string; refunded: number }>(sql`
    select o.payment_status, p.refunded_minor::float8 as refunded
    from orders o join payments p using (order_id) where order_id = ${orderId}`);
  return rows[0];
}

test('an order is paid with a Stripe card', async () => {
  const { orderId, reference } = await pay('pm_card_visa');
  expect(await orderOf(orderId)).toEqual({ payment_status: 'paid', refunded: 0 });
  expect(stripe.books.find(reference).metadata).toMatchObject({ order_id: orderId });
});

test('Stripe’s event after the second step pays the order, once', async () => {
  const { orderId, reference } = await pay('pm_card_authenticationRequired');
  expect(await orderOf(orderId)).toMatchObject({ payment_status: 'action-required' });
  stripe.books.finishAction(reference, true);
  const id = randomUUID();
  for (let times = 0; times < 3; times++)
    await tell('payment_intent.succeeded', stripe.books.find(reference), id);
  await shop.services.jobs.runDue();
  expect(await orderOf(orderId)).toMatchObject({ payment_status: 'paid' });
  const { rows } = await shop.db.execute(sql`
    select outcome, count(*) over ()::int as events from payment_events where reference = ${reference}`);
  expect(rows).toEqual([{ outcome: 'applied', events: 1 }]);
});

test('books a refund that was made in Stripe’s dashboard', async () => {
  const { orderId, reference } = await pay('pm_card_visa');
  stripe.books.refund(new URLSearchParams({ payment_intent: reference, amount: '100' }));
  await tell('charge.refunded', { ...stripe.books.find(reference).latest_charge });
  await shop.services.jobs.runDue();
  expect(await orderOf(orderId)).toEqual({ payment_status: 'partly-refunded', refunded: 100 });
});

/** The shop has refunded all of it. */
async function refundAll(card: string) {
  const { orderId, reference } = await pay(card);
  const admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  const refund = { all: true, reason: 'scratched' };
  const key = { 'idempotency-key': randomUUID() };
  expect((await admin.send('POST', `/admin/orders/${orderId}/refund`, refund, key)).status).toBe(202);
  await shop.services.jobs.runDue();
  return { orderId, refund: stripe.books.refundsOf(reference)[0] };
}

async function endingsOf(orderId: string) {
  const { rows } = await shop.db.execute<{ status: string; refund: string }>(sql`
    select o.status, r.status as refund from orders o join refunds r using (order_id) where order_id = ${orderId}`);
  return rows;
}

test.each([
  ['pm_card_pendingRefund', 'Cancelled', 'succeeded', 'refunded'],
  ['pm_card_pendingRefundFail', 'Pending', 'failed', 'paid'],
] as const)('an event ends a refund that was under way (%s)', async (card, status, end, paymentStatus) => {
  const { orderId, refund } = await refundAll(card);
  expect(await endingsOf(orderId)).toEqual([{ status: 'Pending', refund: 'requested' }]);
  await tell('refund.updated', stripe.books.endRefund(refund.id));
  await shop.services.jobs.runDue();
  expect(await endingsOf(orderId)).toEqual([{ status, refund: end }]);
  expect((await orderOf(orderId)).payment_status).toBe(paymentStatus);
});

test.each(['refund.failed', 'charge.refund.updated'])(
  'money that a bank returns days after the refund is owed again (%s)',
  async (type) => {
    const { orderId, refund } = await refundAll('pm_card_refundFail');
    expect(await endingsOf(orderId)).toEqual([{ status: 'Cancelled', refund: 'succeeded' }]);
    await tell(type, stripe.books.endRefund(refund.id));
    await shop.services.jobs.runDue();
    expect(await endingsOf(orderId)).toEqual([{ status: 'Cancelled', refund: 'failed' }]);
    expect(await orderOf(orderId)).toEqual({ payment_status: 'paid', refunded: 0 });
  },
);

test('follows a refund in Stripe’s dashboard while it is under way, and does not repeat it', async () => {
  const { orderId, reference } = await pay('pm_card_pendingRefund');
  const refund = stripe.books.refund(new URLSearchParams({ payment_intent: reference, amount: '100' }));
  await tell('charge.refunded', { ...stripe.books.find(reference).latest_charge });
  await shop.services.jobs.runDue();
  await shop.db.execute(sql`
    update refunds set created_at = created_at - interval '1 hour', asked_at = asked_at - interval '1 hour' where order_id = ${orderId}`);
  await shop.db.execute(sql`select graphile_worker.add_job('reconcile-refunds', '{}')`);
  await shop.services.jobs.runDue();
  expect(stripe.books.refundsOf(reference)).toHaveLength(1);
  stripe.books.endRefund(refund.id);
  await tell('refund.updated', refund);
  await shop.services.jobs.runDue();
  expect(await orderOf(orderId)).toEqual({ payment_status: 'partly-refunded', refunded: 100 });
});

test('sees a failed refund of ours and a refund in the dashboard at the same time', async () => {
  const { orderId, refund } = await refundAll('pm_card_refundFail');
  stripe.books.endRefund(refund.id);
  const { payment_intent, amount } = refund;
  const atDesk = stripe.books.refund(new URLSearchParams({ payment_intent, amount: String(amount) }));
  await tell('refund.failed', refund);
  await shop.services.jobs.runDue();
  expect(await orderOf(orderId)).toEqual({ payment_status: 'refunded', refunded: amount });
  const { rows } = await shop.db.execute(sql`
    select status, reference = ${atDesk.id} as at_desk from refunds where order_id = ${orderId} order by created_at`);
  expect(rows).toEqual([
    { status: 'failed', at_desk: false },
    { status: 'succeeded', at_desk: true },
  ]);
});

test('ignores an event about an unknown payment', async () => {
  const id = randomUUID();
  await tell('customer.created', { object: 'customer', id: 'cus_1' }, id);
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute(sql`
    select outcome from payment_events where provider_event_id = ${id}`);
  expect(rows).toEqual([{ outcome: 'ignored' }]);
});

test('only the pages of the checkout may load from Stripe’s hosts', async () => {
  const policyOf = async (url: string) =>
    String((await shop.app.inject({ url })).headers['content-security-policy']);
  for (const url of ['/checkout', '/checkout?step=payment', '/checkout/return?order=1']) {
    const policy = await policyOf(url);
    expect(policy).toMatch(/script-src 'self' https:\/\/js\.stripe\.com https:\/\/\*\.js\.stripe\.com;/);
    expect(policy).toMatch(/frame-src 'self' [^;]*https:\/\/hooks\.stripe\.com/);
    expect(policy).toMatch(/connect-src 'self' https:\/\/api\.stripe\.com/);
  }
  for (const url of ['/', '/cart', '/checkouts', '/search?q=/checkout', '/api/v1/checkout'])
    expect(await policyOf(url)).not.toContain('stripe');
});

test('sends only the publishable key to the browser, and has no routes of the test provider', async () => {
  expect(await shop.get('/api/v1/payments/settings')).toEqual({
    provider: 'stripe',
    settings: { publishable_key: 'pk_test_1' },
  });
  for (const path of ['webhooks/test', 'test/authenticate'])
    expect((await shop.app.inject({ method: 'POST', url: `/api/v1/payments/${path}` })).statusCode).toBe(404);
});
