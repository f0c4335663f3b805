import { PaymentUnavailableError } from '../../../ports/payment-gateway.ts';
import { findPayment } from '../payments/index.ts';
import { applyPaymentOutcome } from './apply-payment-outcome.ts';
import type { CancelReason } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { findOrder } from './order-repository.ts';
import { outcomeWithoutProvider } from './pay-order.ts';

/** A process that was about to open a payment has done so by then, or is gone. */
const openingMs = 60_000;
/** And one that was about to confirm it. */
const confirmingMs = 120_000;

/** Asks the provider how an order's payment stands and follows. When it does not answer, nothing has changed. */
export async function settleOrder(context: OrderContext, orderId: string): Promise<void> {
  try {
    await askAndApply(context, orderId);
  } catch (error) {
    if (!(error instanceof PaymentUnavailableError)) throw error;
    context.logger.warn({ err: error, orderId }, 'the payment provider does not answer');
  }
}

/** @throws PaymentUnavailableError */
export async function askAndApply(context: OrderContext, orderId: string): Promise<void> {
  const payment = await findPayment(context.db, orderId);
  if (!payment || payment.reference === null) return;
  const outcome = await context.gateway.find(payment.reference);
  if (outcome) await applyPaymentOutcome(context, orderId, outcome);
}

/**
 * Ends an order that waits for its money for too long, or whose process died: the provider first makes sure that it can never be
 * charged; only then is the stock released. Money that was taken after all makes it a paid order.
 * @throws PaymentUnavailableError and the order stays as it is
 */
export async function cancelUnpaid(
  context: OrderContext,
  orderId: string,
  reason: Exclude<CancelReason, 'refunded'>,
): Promise<void> {
  const payment = await findPayment(context.db, orderId);
  if (!payment) return;
  const outcome =
    payment.reference === null
      ? outcomeWithoutProvider(payment, 'cancelled')
      : await context.gateway.cancel(payment.reference);
  await applyPaymentOutcome(context, orderId, outcome, {
    actor: reason === 'by-shopper' ? 'shopper' : reason === 'by-shop' ? 'admin' : 'job',
    whenCancelled: reason,
  });
}

/** What the clock does for an order that is not paid. */
export async function reconcileOrder(context: OrderContext, orderId: string, now: Date): Promise<void> {
  const order = await findOrder(context.db, orderId);
  if (!order || order.expiresAt === null) return;
  const payment = await findPayment(context.db, orderId);
  if (!payment) return;
  const age = now.getTime() - Date.parse(order.createdAt);
  if (payment.reference === null) {
    if (age < openingMs) return;
    if (payment.amountMinor === 0)
      return applyPaymentOutcome(context, orderId, outcomeWithoutProvider(payment, 'paid'));
    return cancelUnpaid(context, orderId, 'payment-unavailable');
  }
  if (Date.parse(order.expiresAt) <= now.getTime()) return cancelUnpaid(context, orderId, 'not-paid-in-time');
  const outcome = await context.gateway.find(payment.reference);
  if (!outcome)
    throw new Error(`The provider does not know ${payment.reference}, the payment of order ${orderId}`);
  // Nobody is in the middle of confirming it any longer.
  if (outcome.state === 'open' && age > confirmingMs)
    return cancelUnpaid(context, orderId, 'payment-unavailable');
  return applyPaymentOutcome(context, orderId, outcome);
}
