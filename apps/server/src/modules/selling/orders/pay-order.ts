import { withTransaction } from '../../../platform/postgres/database.ts';
import { type PaymentOutcome, PaymentUnavailableError } from '../../../ports/payment-gateway.ts';
import { findPayment, lockPayment, type Payment, updatePayment } from '../payments/index.ts';
import { applyPaymentOutcome } from './apply-payment-outcome.ts';
import type { Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { findOrder, lockOrder } from './order-repository.ts';

export type PaymentStep =
  | 'payment-opened'
  | 'reference-stored'
  | 'payment-confirmed'
  | 'settled-uncommitted'
  | 'settled';

/**
 * Charges an order that was just prepared. It asks the provider outside any transaction, and stores the payment's reference before the
 * charge, so that the outcome can be looked up whatever happens in between.
 */
export async function payOrder(
  context: OrderContext,
  {
    orderId,
    method,
    onStep,
  }: { orderId: string; method: string; onStep: (step: PaymentStep) => Promise<void> | void },
): Promise<void> {
  const order = (await findOrder(context.db, orderId))!;
  const payment = (await findPayment(context.db, orderId))!;
  const outcome = await charge(context, { order, payment, method, onStep });
  if (!outcome) return;
  await applyPaymentOutcome(context, orderId, outcome, {
    whenCancelled: outcome.reference === '' ? 'payment-unavailable' : 'not-paid-in-time',
    isBuyerWaiting: true,
    onApplied: () => onStep('settled-uncommitted'),
  });
  await onStep('settled');
}

/** Returns undefined if the outcome is not known yet. The reconciliation will look it up. */
async function charge(
  context: OrderContext,
  {
    order,
    payment,
    method,
    onStep,
  }: { order: Order; payment: Payment; method: string; onStep: (step: PaymentStep) => Promise<void> | void },
): Promise<PaymentOutcome | undefined> {
  const { gateway, publicUrl, logger } = context;
  const { orderId, orderNumber, email } = order;
  const { paymentId } = payment;
  const amount = { amountMinor: payment.amountMinor, currency: payment.currency };
  if (amount.amountMinor === 0) return outcomeWithoutProvider(payment, 'paid');

  let reference: string;
  try {
    ({ reference } = await gateway.open({ paymentId, orderId, orderNumber, amount, email: email ?? '' }));
  } catch (error) {
    if (!(error instanceof PaymentUnavailableError)) throw error;
    logger.warn({ err: error, orderId }, 'the payment provider does not answer');
    // A payment that was not confirmed cannot be charged.
    return outcomeWithoutProvider(payment, 'cancelled');
  }
  await onStep('payment-opened');
  if (!(await storeReference(context, orderId, reference))) return undefined;
  await onStep('reference-stored');

  try {
    const returnUrl = `${publicUrl}/checkout/return?order=${orderId}`;
    const outcome = await gateway.confirm({ paymentId, reference, method, returnUrl });
    await onStep('payment-confirmed');
    return outcome;
  } catch (error) {
    if (!(error instanceof PaymentUnavailableError)) throw error;
    logger.warn({ err: error, orderId }, 'no answer to a charge: it will be looked up');
    return undefined;
  }
}

/** Returns false if the order was cancelled meanwhile. */
function storeReference(context: OrderContext, orderId: string, reference: string): Promise<boolean> {
  return withTransaction(context.db, async (tx) => {
    await lockOrder(tx, orderId);
    const payment = (await lockPayment(tx, orderId))!;
    if (payment.status !== 'pending') return false;
    await updatePayment(tx, payment.paymentId, { reference });
    return true;
  });
}

/** Returns the outcome of a payment that no provider knows. */
export function outcomeWithoutProvider(payment: Payment, state: 'cancelled' | 'paid'): PaymentOutcome {
  const { amountMinor, currency } = payment;
  return { reference: '', amount: { amountMinor, currency }, refunds: [], state };
}
