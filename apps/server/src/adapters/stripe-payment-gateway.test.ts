import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describePaymentGateway } from '../ports/payment-gateway.contract.ts';
import { type PaymentGateway, PaymentUnavailableError } from '../ports/payment-gateway.ts';
import { createStripeServer, type StripeServer } from '../testing/servers/stripe-server.ts';
import { methodFrom } from './stripe-method.ts';
import { createStripePaymentGateway } from './stripe-payment-gateway.ts';

function gatewayAt({ url, secretKey, webhookSecret }: StripeServer): PaymentGateway {
  return createStripePaymentGateway({
    config: { secretKey, webhookSecret, publishableKey: 'pk_test_1', apiBase: url },
    timeoutMs: 200,
  });
}

describePaymentGateway('Stripe', async () => {
  const server = await createStripeServer();
  return {
    gateway: gatewayAt(server),
    methods: {
      pays: 'pm_card_visa',
      asks: 'pm_card_authenticationRequired',
      asksInVain: 'pm_card_threeDSecureRequiredChargeDeclined',
      declined: [
        ['pm_card_chargeDeclined', 'card-declined'],
        ['pm_card_chargeDeclinedInsufficientFunds', 'insufficient-funds'],
        ['pm_card_chargeDeclinedExpiredCard', 'expired-card'],
        ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect-cvc'],
        ['pm_card_chargeDeclinedProcessingError', 'processing-error'],
      ],
      refundsPend: 'pm_card_pendingRefund',
      refundsPendInVain: 'pm_card_pendingRefundFail',
      refundsBounce: 'pm_card_refundFail',
      refundsFail: 'pm_card_createDispute',
    },
    namedMethods: ['pm_card_visa', 'pm_card_chargeDeclined', 'pm_card_authenticationRequired'],
    loseAnswer(what) {
      const worksFirst = what === 'after-it-charged';
      server.trouble({ request: /\/confirm$/, does: 'hang', worksFirst, times: 2 });
      return 'pm_card_visa';
    },
    async finishSecondStep(reference, isApproved) {
      server.books.finishAction(reference, isApproved);
    },
    async endRefund({ refundId, reference }) {
      server.books.endRefund(
        server.books.refundsOf(reference).find(({ metadata }) => metadata.refund_id === refundId)!.id,
      );
    },
    event: ({ id, kind, reference, claimed, at = new Date(), isForged = false }) =>
      server.event({
        id,
        type: kind === 'paid' ? 'payment_intent.succeeded' : 'charge.refunded',
        object:
          kind === 'paid'
            ? {
                id: reference,
                object: 'payment_intent',
                amount_received: claimed.amountMinor,
                currency: claimed.currency.toLowerCase(),
                client_secret: 'pi_secret',
              }
            : { id: 'ch_1', object: 'charge', payment_intent: reference },
        at,
        ...(isForged && { secret: 'whsec_of_somebody_else' }),
      }),
    close: () => server.close(),
  };
});

let server: StripeServer;
let gateway: PaymentGateway;

beforeAll(async () => {
  server = await createStripeServer();
  gateway = gatewayAt(server);
});
afterAll(() => server.close());

async function open(amount = { amountMinor: 4_200, currency: 'EUR' }) {
  const paymentId = randomUUID();
  const orderId = randomUUID();
  const { reference } = await gateway.open({ paymentId, orderId, orderNumber: 'K-1', amount, email: '' });
  const confirm = (method: string) =>
    gateway.confirm({ paymentId, reference, method, returnUrl: 'http://localhost:3000/checkout/return' });
  return { paymentId, orderId, reference, confirm };
}

test('tells Stripe which order a payment is for', async () => {
  const { paymentId, orderId, reference } = await open();
  expect(server.books.find(reference)).toMatchObject({
    amount: 4_200,
    currency: 'eur',
    metadata: { order_id: orderId, payment_id: paymentId, order_number: 'K-1' },
  });
});

test('a connection that breaks after the charge charges once', async () => {
  const { confirm } = await open();
  const charges = server.books.charges();
  server.trouble({ request: /\/confirm$/, does: 'drop', worksFirst: true, times: 1 });
  expect((await confirm('pm_card_visa')).state).toBe('paid');
  expect(server.books.charges()).toBe(charges + 1);
});

test.each(['answer-500', 'answer-429', 'answer-409', 'drop'] as const)(
  'the outcome of a charge is unknown after %s',
  async (does) => {
    const { reference, confirm } = await open();
    server.trouble({ request: /\/confirm$/, does, worksFirst: true, times: 2 });
    await expect(confirm('pm_card_visa')).rejects.toThrow(PaymentUnavailableError);
    expect((await gateway.find(reference))?.state).toBe('paid');
  },
);

test('while Stripe is down, opening, finding, cancelling and refunding all report that it is unavailable', async () => {
  const { reference, confirm } = await open();
  await confirm('pm_card_visa');
  const away = (times: number) =>
    server.trouble({ request: /./, does: 'answer-500', worksFirst: false, times });
  const calls = [
    () => open(),
    () => gateway.find(reference),
    () => gateway.cancel(reference),
    () => gateway.refund({ refundId: randomUUID(), reference, amountMinor: 1 }),
  ];
  for (const call of calls) {
    away(2);
    await expect(call()).rejects.toThrow(PaymentUnavailableError);
  }
  away(1);
  await expect(gateway.check()).rejects.toThrow();
});

test('throws Stripe’s own error for a wrong API key', async () => {
  const { url, webhookSecret } = server;
  const stranger = gatewayAt({ ...server, url, webhookSecret, secretKey: 'sk_test_wrong' });
  const asked = stranger.find('pi_1');
  await expect(asked).rejects.toThrow('Invalid API Key');
  await expect(asked).rejects.not.toThrow(PaymentUnavailableError);
});

test('does not refund twice if the answer of the first refund was lost', async () => {
  const { reference, confirm } = await open();
  await confirm('pm_card_visa');
  const request = { refundId: randomUUID(), reference, amountMinor: 1_200 };
  server.trouble({ request: /^POST \/v1\/refunds$/, does: 'hang', worksFirst: true, times: 2 });
  await expect(gateway.refund(request)).rejects.toThrow(PaymentUnavailableError);
  expect((await gateway.refund(request)).state).toBe('succeeded');
  expect((await gateway.refund(request)).state).toBe('succeeded');
  expect((await gateway.find(reference))?.refunds).toMatchObject([{ amountMinor: 1_200 }]);
});

test('charges in every currency the amount that shoppers see', async () => {
  const asked: [amountMinor: number, currency: string, atStripe: number][] = [
    [1_999, 'USD', 1_999],
    [500, 'JPY', 500],
    [5_000, 'HUF', 500_000],
    [700, 'ISK', 70_000],
    [3_000, 'UGX', 300_000],
    [5_120, 'KWD', 5_120],
  ];
  for (const [amountMinor, currency, atStripe] of asked) {
    const { reference, confirm } = await open({ amountMinor, currency });
    expect(server.books.find(reference).amount, currency).toBe(atStripe);
    await confirm('pm_card_visa');
    await gateway.refund({ refundId: randomUUID(), reference, amountMinor: 100 });
    expect(await gateway.find(reference)).toMatchObject({
      amount: { amountMinor, currency },
      refunds: [{ amountMinor: 100 }],
    });
  }
});

test('rejects an amount that Stripe cannot charge', async () => {
  await expect(open({ amountMinor: 5_124, currency: 'KWD' })).rejects.toThrow(/5124.*KWD/);
});

test('keeps neither the secrets nor the addresses of an event', async () => {
  const { body, headers } = server.event({
    type: 'payment_intent.succeeded',
    object: {
      id: 'pi_1',
      object: 'payment_intent',
      amount_received: 4_200,
      currency: 'eur',
      client_secret: 'pi_1_secret',
      receipt_email: 'ada@x.org',
    },
  });
  const { payload, reference } = gateway.readEvent(body, headers);
  expect(reference).toBe('pi_1');
  expect(JSON.stringify(payload)).not.toMatch(/secret|ada@/);
});

test('finds the payment of a refund, and ignores other events', () => {
  const referenceOf = (type: string, object: Record<string, unknown>) => {
    const { body, headers } = server.event({ type, object });
    return gateway.readEvent(body, headers).reference;
  };
  expect(referenceOf('charge.refunded', { object: 'charge', id: 'ch_1', payment_intent: 'pi_2' })).toBe(
    'pi_2',
  );
  expect(
    referenceOf('refund.updated', { object: 'refund', id: 're_1', payment_intent: { id: 'pi_3' } }),
  ).toBe('pi_3');
  expect(
    referenceOf('refund.created', { object: 'refund', id: 're_1', payment_intent: null }),
  ).toBeUndefined();
  expect(referenceOf('customer.created', { object: 'customer', id: 'cus_1' })).toBeUndefined();
});

test('names a payment method that is not a card by its kind', () => {
  expect(methodFrom({ id: 'pm_1', type: 'klarna' } as Stripe.PaymentMethod)).toEqual({
    id: 'pm_1',
    brand: 'klarna',
    last4: null,
    expiry: null,
  });
});

test('sends only the publishable key to the browser', () => {
  expect(gateway.browserSettings).toEqual({ publishable_key: 'pk_test_1' });
});
