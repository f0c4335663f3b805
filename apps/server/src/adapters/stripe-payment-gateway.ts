import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import type { StripeConfig } from '../config/config.ts';
import {
  type PaymentGateway,
  type PaymentOutcome,
  PaymentUnavailableError,
} from '../ports/payment-gateway.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { ask, isRefusal, withoutDetails } from './stripe-errors.ts';
import { readStripeEvent } from './stripe-event.ts';
import { methodFrom } from './stripe-method.ts';
import { failureFrom, outcomeFrom } from './stripe-outcome.ts';
import { listRefunds, refundOnce } from './stripe-refund.ts';

const checkTimeoutMs = 2_000;

export function createStripePaymentGateway({
  config: { secretKey, webhookSecret, publishableKey, apiBase },
  timeoutMs = 8_000,
}: {
  config: StripeConfig;
  timeoutMs?: number;
}): PaymentGateway {
  const stripe = new Stripe(secretKey, {
    timeout: timeoutMs,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(apiBase && {
      protocol: apiBase.protocol === 'http:' ? 'http' : 'https',
      host: apiBase.hostname,
      port: apiBase.port || (apiBase.protocol === 'http:' ? 80 : 443),
    }),
  });
  const { paymentIntents } = stripe;

  async function find(reference: string): Promise<PaymentOutcome | undefined> {
    try {
      const intent = await ask(() => paymentIntents.retrieve(reference));
      const isPaid = intent.status === 'succeeded';
      return outcomeFrom(intent, isPaid ? await listRefunds(stripe.refunds, reference) : []);
    } catch (error) {
      if (isRefusal(error, 'resource_missing')) return undefined;
      throw withoutDetails(error);
    }
  }

  async function stateOf(reference: string): Promise<PaymentOutcome> {
    const outcome = await find(reference);
    if (!outcome) throw new Error(`Stripe does not know the payment ${reference}`);
    return outcome;
  }

  return {
    provider: 'stripe',
    browserSettings: { publishable_key: publishableKey },

    async findMethod(method) {
      try {
        return methodFrom(await ask(() => stripe.paymentMethods.retrieve(method)));
      } catch (error) {
        if (isRefusal(error)) return undefined;
        throw withoutDetails(error);
      }
    },

    async open({ paymentId, orderId, orderNumber, amount: { amountMinor, currency } }) {
      try {
        const amount = toStripeAmount({ amountMinor, currency });
        const { id } = await ask(() =>
          paymentIntents.create(
            {
              amount,
              currency: currency.toLowerCase(),
              metadata: { order_id: orderId, payment_id: paymentId, order_number: orderNumber },
              automatic_payment_methods: { enabled: true, allow_redirects: 'always' },
            },
            { idempotencyKey: `open-${paymentId}` },
          ),
        );
        return { reference: id };
      } catch (error) {
        // Expected: Stripe has a smallest amount for every currency. Nothing was charged.
        if (error instanceof RangeError || isRefusal(error, 'amount_too_small'))
          throw new PaymentUnavailableError(error.message);
        throw withoutDetails(error);
      }
    },

    async confirm({ paymentId, reference, method, returnUrl }) {
      try {
        const idempotencyKey = `confirm-${paymentId}-${createHash('sha256').update(method).digest('hex')}`;
        return outcomeFrom(
          await ask(() =>
            paymentIntents.confirm(
              reference,
              { payment_method: method, return_url: returnUrl },
              { idempotencyKey },
            ),
          ),
        );
      } catch (error) {
        const isMethodRefused = isRefusal(error) && error.param === 'payment_method';
        if (isRefusal(error, 'payment_intent_unexpected_state') && !isMethodRefused)
          return stateOf(reference);
        if (!isMethodRefused && !(error instanceof Stripe.errors.StripeCardError))
          throw withoutDetails(error);
        const outcome = await stateOf(reference);
        // Stripe repeats its first answer, but another method may have paid since.
        if (outcome.state !== 'open' && outcome.state !== 'failed') return outcome;
        const failure = isMethodRefused
          ? ({ code: 'invalid-method', message: error.message } as const)
          : failureFrom(error);
        return { ...outcome, state: 'failed', failure };
      }
    },

    find,

    async cancel(reference) {
      try {
        return outcomeFrom(await ask(() => paymentIntents.cancel(reference)));
      } catch (error) {
        if (isRefusal(error, 'payment_intent_unexpected_state')) return stateOf(reference);
        throw withoutDetails(error);
      }
    },

    refund: (request) => refundOnce(stripe, request),

    readEvent: (rawBody, headers) =>
      readStripeEvent({ rawBody, signature: headers['stripe-signature'], webhookSecret }),

    async check() {
      await ask(() => stripe.balance.retrieve({}, { timeout: checkTimeoutMs, maxNetworkRetries: 0 }));
    },
  };
}
