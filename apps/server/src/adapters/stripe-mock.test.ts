/** @file Needs STRIPE_MOCK, the path of Stripe's `stripe-mock`: https://github.com/stripe/stripe-mock */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import { type StripeMock, startStripeMock } from '../testing/servers/stripe-mock.ts';
import { createStripeServer, type StripeServer } from '../testing/servers/stripe-server.ts';
import { createStripePaymentGateway } from './stripe-payment-gateway.ts';

const binary = process.env.STRIPE_MOCK;
const title = `Stripe by its specification${binary ? '' : ' (skipped: set STRIPE_MOCK to the stripe-mock program)'}`;

describe.skipIf(!binary)(title, () => {
  let mock: StripeMock;
  let server: StripeServer;
  let gateway: PaymentGateway;

  beforeAll(async () => {
    [mock, server] = await Promise.all([startStripeMock(binary!), createStripeServer()]);
    const { secretKey, webhookSecret } = server;
    gateway = createStripePaymentGateway({
      config: { secretKey, webhookSecret, publishableKey: 'pk_test_1', apiBase: mock.url },
    });
  });
  afterAll(async () => {
    await Promise.all([mock?.close(), server?.close()]);
  });

  test('accepts every call of the gateway, and the gateway understands its answers', async () => {
    const [paymentId, orderId] = [randomUUID(), randomUUID()];
    const amount = { amountMinor: 4_200, currency: 'EUR' };
    const { reference } = await gateway.open({ paymentId, orderId, orderNumber: 'K-1', amount, email: '' });
    expect(reference).toMatch(/^pi_/);
    const outcomes = [
      await gateway.confirm({
        paymentId,
        reference,
        method: 'pm_card_visa',
        returnUrl: 'http://localhost:3000/checkout/return?order=1',
      }),
      await gateway.find(reference),
      await gateway.cancel(reference),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({
        reference,
        amount: { amountMinor: expect.any(Number) },
        refunds: expect.any(Array),
      });
    expect(await gateway.refund({ refundId: randomUUID(), reference, amountMinor: 100 })).toMatchObject({
      state: 'succeeded',
      reference: expect.stringMatching(/^re_/),
    });
    expect(await gateway.findMethod('pm_1')).toMatchObject({ id: expect.stringMatching(/^pm_/) });
    await gateway.check();
  });

  /** The field names in an answer of our tests' stateful server, and in Stripe's answer to the same request. */
  async function namesOf(request: (base: URL) => [path: string, params?: Record<string, string>]) {
    const [ours, theirs] = await Promise.all(
      [server.url, mock.url].map(async (base) => {
        const [path, params] = request(base);
        const response = await fetch(new URL(`/v1/${path}`, base), {
          headers: { authorization: `Bearer ${server.secretKey}` },
          ...(params && { method: 'POST', body: new URLSearchParams(params) }),
        });
        return (await response.json()) as Record<string, unknown>;
      }),
    );
    return { ours, theirs };
  }

  test('has the fields that our tests’ server answers with', async () => {
    const intent = await namesOf(() => ['payment_intents', { amount: '4200', currency: 'eur' }]);
    expect(Object.keys(intent.theirs)).toEqual(expect.arrayContaining(Object.keys(intent.ours)));
    const reference = String(intent.ours.id);
    await namesOf(() => [`payment_intents/${reference}/confirm`, { payment_method: 'pm_card_visa' }]);
    const method = await namesOf(() => ['payment_methods/pm_card_visa']);
    const [refund, list, paid, error] = [
      await namesOf(() => ['refunds', { payment_intent: reference, amount: '100' }]),
      await namesOf(() => [`refunds?payment_intent=${reference}`]),
      await namesOf(() => [`payment_intents/${reference}`]),
      await namesOf(() => ['payment_intents', { amount: 'nothing' }]),
    ];
    for (const { ours, theirs } of [refund, list, paid, method])
      expect(Object.keys(theirs)).toEqual(expect.arrayContaining(Object.keys(ours)));
    for (const { error: details } of [error.ours, error.theirs])
      expect(details).toMatchObject({ type: 'invalid_request_error', message: expect.any(String) });
  });

  test('rejects unknown fields, so that the calls above prove something', async () => {
    const { theirs } = await namesOf(() => ['refunds', { payment_intent: 'pi_1', amounts: '100' }]);
    expect(theirs).toMatchObject({ error: { type: 'invalid_request_error' } });
  });
});
