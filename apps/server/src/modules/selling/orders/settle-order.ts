import { PaymentUnavailableError } from '../../../ports/payment-gateway.ts';
import { findPayment } from '../payments/index.ts';
import { applyPaymentOutcome } from './apply-payment-outcome.ts';
import type { CancelReason } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { findOrder } from './order-repository.ts';
import { outcomeWithoutProvider } from './pay-order.ts';

/** After this time, a process that was about to open a payment has done so or has died. */
const openingMs = 60_000;
/** The same for a process that was about to confirm it. */
const confirmingMs = 120_000;

/** Asks the provider for the state of an order's payment, and applies it. If the provider does not answer, nothing changes. */
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
 * Cancels an order that has waited too long for its payment, or whose process died. First the provider makes sure that the payment can
 * never be charged; only then is the stock released. If the payment has succeeded after all, the order is paid.
 * @throws PaymentUnavailableError; then the order is unchanged
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

/** Checks an unpaid order periodically. */
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
  // No process is still confirming it.
  if (outcome.state === 'open' && age > confirmingMs)
    return cancelUnpaid(context, orderId, 'payment-unavailable');
  return applyPaymentOutcome(context, orderId, outcome);
}
