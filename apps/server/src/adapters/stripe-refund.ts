import type Stripe from 'stripe';
import type { RefundOutcome, RefundRequest } from '../ports/payment-gateway.ts';
import { toStripeAmount } from './stripe-amount.ts';
import { ask, isRefusal, withoutDetails } from './stripe-errors.ts';
import { refundFrom } from './stripe-outcome.ts';

/** Also returns failed refunds, which the charge's amounts do not show. */
export function listRefunds(refunds: Stripe['refunds'], reference: string): Promise<Stripe.Refund[]> {
  return ask(() =>
    refunds.list({ payment_intent: reference, limit: 100 }).autoPagingToArray({ limit: 1_000 }),
  );
}

/**
 * Looks for the refund before it requests one. The idempotency key alone is not enough: it repeats the first answer, which is outdated
 * after a pending refund has ended, and Stripe forgets the key after a day.
 */
export async function refundOnce(
  { paymentIntents, refunds }: Stripe,
  { refundId, reference, amountMinor }: RefundRequest,
): Promise<RefundOutcome> {
  try {
    const { currency } = await ask(() => paymentIntents.retrieve(reference));
    const earlier = await listRefunds(refunds, reference);
    const known = earlier.find(({ metadata }) => metadata?.refund_id === refundId);
    if (known) return refundFrom(known);
    const amount = toStripeAmount({ amountMinor, currency: currency.toUpperCase() });
    const params = { payment_intent: reference, amount, metadata: { refund_id: refundId } };
    return refundFrom(await ask(() => refunds.create(params, { idempotencyKey: `refund-${refundId}` })));
  } catch (error) {
    if (error instanceof RangeError || isRefusal(error))
      return { state: 'failed', reference: undefined, message: error.message };
    throw withoutDetails(error);
  }
}
