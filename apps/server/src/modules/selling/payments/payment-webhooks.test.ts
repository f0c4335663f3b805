import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { signTestEvent } from '../../../adapters/test-payment-events.ts';
import type { TestPaymentGateway } from '../../../adapters/test-payment-gateway.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, secret, smallSize, type TestShop } from '../../../testing/test-shop.ts';

const webhook = '/api/v1/payments/webhooks/test';
const askingCard = '4000002500003155';

let shop: TestShop;
let productId: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where price_minor is not null and on_hand > 100 limit 1`);
  productId = rows[0].product_id;
});
afterAll(() => shop.close());

/** An order that waits for the second step of its payment. */
interface Waiting {
  readonly orderId: string;
  readonly reference: string;
  readonly amount: { amountMinor: number; currency: string };
}

let waiting: Waiting;
beforeEach(async () => {
  waiting = await orderThatWaits();
});

async function orderThatWaits(): Promise<Waiting> {
  const shopper = createShopper(shop.app);
  const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
  const { body } = await shopper.confirm(checkout, { card: askingCard });
  const orderId = body.order.order_id;
  const { rows } = await shop.db.execute<{ reference: string; amount_minor: number; currency: string }>(sql`
    select reference, amount_minor::float8, currency from payments where order_id = ${orderId}`);
  const [{ reference, amount_minor, currency }] = rows;
  return { orderId, reference, amount: { amountMinor: amount_minor, currency } };
}

/** The shopper approves at the bank, but the shop gets no event. */
async function approve(reference: string): Promise<void> {
  await (shop.services.gateway as TestPaymentGateway).authenticate(reference, true);
}

function eventOf(
  { reference, amount }: Pick<Waiting, 'amount' | 'reference'>,
  { id = randomUUID(), key = secret, now = Date.now() } = {},
) {
  const { amountMinor, currency } = amount;
  const event = { id, type: 'payment.paid', reference, amount_minor: amountMinor, currency };
  return { id, ...signTestEvent({ event, secret: key, now }) };
}

function post({ body, headers }: { body: Buffer; headers: Record<string, string> }, url = webhook) {
  return shop.app.inject({ method: 'POST', url, payload: body, headers });
}

async function stored(id: string) {
  const { rows } = await shop.db.execute<{ outcome: string | null; note: string | null }>(
    sql`select outcome, note from payment_events where provider_event_id = ${id}`,
  );
  return rows;
}

async function effectsOn(orderId: string) {
  const { rows } = await shop.db.execute<{ payment_status: string; paid_events: number; mails: number }>(sql`
    select payment_status::text,
      (select count(*)::int from order_events e where e.order_id = o.order_id and kind = 'paid') as paid_events,
      (select count(*)::int from mails m where m.recipient = o.email and m.kind = 'order-confirmed') as mails
    from orders o where order_id = ${orderId}`);
  return rows[0];
}

const nothing = { payment_status: 'action-required', paid_events: 0, mails: 0 };

test('an event that arrives ten times, five of them concurrently, has one effect', async () => {
  await approve(waiting.reference);
  const event = eventOf(waiting);
  for (const times of [3, 5, 2]) {
    const answers = await Promise.all(Array.from({ length: times }, () => post(event)));
    for (const answer of answers) {
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ received: true });
    }
    await shop.services.jobs.runDue();
  }
  expect(await stored(event.id)).toEqual([{ outcome: 'applied', note: null }]);
  expect(await effectsOn(waiting.orderId)).toEqual({ payment_status: 'paid', paid_events: 1, mails: 1 });
});

test('another event about the same payment changes nothing', async () => {
  await approve(waiting.reference);
  const events = [eventOf(waiting), eventOf(waiting)];
  for (const event of events) await post(event);
  await shop.services.jobs.runDue();
  expect(await effectsOn(waiting.orderId)).toEqual({ payment_status: 'paid', paid_events: 1, mails: 1 });
});

test('does not trust the event but asks the provider', async () => {
  const event = eventOf(waiting);
  expect((await post(event)).statusCode).toBe(200);
  await shop.services.jobs.runDue();
  expect(await effectsOn(waiting.orderId)).toEqual(nothing);
});

test.each([
  ['signed with another secret', () => eventOf(waiting, { key: 'another secret' })],
  ['six minutes old', () => eventOf(waiting, { now: Date.now() - 360_000 })],
  ['from the future', () => eventOf(waiting, { now: Date.now() + 360_000 })],
  ['not signed', () => ({ ...eventOf(waiting), headers: { 'content-type': 'application/json' } })],
  [
    'changed in transit',
    () => {
      const event = eventOf(waiting);
      return { ...event, body: Buffer.from(event.body.toString().replace('payment.paid', 'payment.made')) };
    },
  ],
  ['empty', () => ({ ...eventOf(waiting), body: Buffer.alloc(0) })],
])('rejects an event that is %s, and stores nothing', async (_, make) => {
  await approve(waiting.reference);
  const event = make();
  const answer = await post(event);
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code: 'invalid-signature' });
  await shop.services.jobs.runDue();
  expect(await stored(event.id)).toEqual([]);
  expect(await effectsOn(waiting.orderId)).toEqual(nothing);
});

test('an event that claims another amount or another currency has no effect', async () => {
  await approve(waiting.reference);
  const { amountMinor, currency } = waiting.amount;
  const asked = `asked for ${amountMinor} ${currency}`;
  const claims = [
    { amountMinor: amountMinor - 1, currency },
    { amountMinor, currency: currency === 'JPY' ? 'USD' : 'JPY' },
  ];
  for (const amount of claims) {
    const event = eventOf({ ...waiting, amount });
    expect((await post(event)).statusCode).toBe(200);
    await shop.services.jobs.runDue();
    const note = `claims ${amount.amountMinor} ${amount.currency}, ${asked}`;
    expect(await stored(event.id)).toEqual([{ outcome: 'refused', note }]);
  }
  expect(await effectsOn(waiting.orderId)).toEqual(nothing);
});

test('an event waits for its payment', async () => {
  await approve(waiting.reference);
  // As if it overtook the answer to the request that opened the payment.
  await setReference(waiting, null);
  const event = eventOf(waiting);
  expect((await post(event)).statusCode).toBe(200);
  await shop.services.jobs.runDue();
  expect(await stored(event.id)).toEqual([{ outcome: null, note: null }]);

  await setReference(waiting, waiting.reference);
  await bringForward(event.id);
  await shop.services.jobs.runDue();
  expect(await stored(event.id)).toEqual([{ outcome: 'applied', note: null }]);
  expect(await effectsOn(waiting.orderId)).toEqual({ payment_status: 'paid', paid_events: 1, mails: 1 });
});

/** Waits until the queue has recorded the failed attempt. */
async function bringForward(eventId: string): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await shop.db.execute(sql`
      update graphile_worker._private_jobs set run_at = now()
      where payload ->> 'providerEventId' = ${eventId} and last_error is not null and locked_at is null returning 1`);
    expect(rows).toHaveLength(1);
  });
}

function setReference({ orderId }: Waiting, reference: string | null) {
  return shop.db.execute(sql`update payments set reference = ${reference} where order_id = ${orderId}`);
}

test('accepts events from another site, with a rate limit of their own', async () => {
  const event = eventOf(waiting);
  const headers = { ...event.headers, origin: 'https://provider.example', 'sec-fetch-site': 'cross-site' };
  expect((await post({ ...event, headers })).statusCode).toBe(200);
});

test('does not read a body that is too large', async () => {
  const event = eventOf(waiting);
  expect((await post({ ...event, body: Buffer.alloc(256 * 1024 + 1, ' ') })).statusCode).toBe(413);
});

test.each<[string, unknown]>([
  ['null', null],
  ['an event with an id of 100,000 characters', { id: 'x'.repeat(100_000), type: 'payment.paid' }],
])('rejects %s although it is signed', async (_, event) => {
  const answer = await post(signTestEvent({ event: event as never, secret, now: Date.now() }));
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-event']);
});

test('accepts events only from the configured provider', async () => {
  expect((await post(eventOf(waiting), '/api/v1/payments/webhooks/stripe')).statusCode).toBe(404);
});
