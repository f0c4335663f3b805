import Stripe from 'stripe';
import { expect, test } from 'vitest';
import { PaymentEventShapeError } from '../ports/payment-gateway.ts';
import { readStripeEvent } from './stripe-event.ts';
import { readTestEvent, signTestEvent } from './test-payment-events.ts';

const secret = 'the secret of both';
const shapes: readonly unknown[] = [
  null,
  5,
  'text',
  [],
  {},
  { id: '', type: 'payment.paid' },
  { id: 7, type: 'payment.paid' },
  { id: 'evt', type: null },
  { id: 'x'.repeat(100_000), type: 'payment.paid' },
  { id: 'evt', type: 'x'.repeat(100_000) },
];

test.each(shapes.map((event) => [JSON.stringify(event).slice(0, 60), event]))(
  'rejects a signed %s as an event of the test provider',
  (_, event) => {
    const now = Date.now();
    const { body, headers } = signTestEvent({ event: event as never, secret, now });
    expect(() => readTestEvent({ rawBody: body, headers, secret, now })).toThrow(PaymentEventShapeError);
  },
);

test.each(
  [...shapes, { id: 'evt', type: 'charge.refunded' }, { id: 'evt', type: 'charge.refunded', data: {} }].map(
    (event) => [JSON.stringify(event).slice(0, 60), event],
  ),
)('rejects a signed %s as an event of Stripe', (_, event) => {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret });
  const read = () => readStripeEvent({ rawBody: Buffer.from(payload), signature, webhookSecret: secret });
  expect(read).toThrow(PaymentEventShapeError);
});
