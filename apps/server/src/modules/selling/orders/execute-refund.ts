import { withTransaction } from '../../../platform/postgres/database.ts';
import type { GatewayRefund, RefundOutcome } from '../../../ports/payment-gateway.ts';
import { findRefund, type Refund } from '../payments/index.ts';
import { applyRefundOutcome } from './apply-refund-outcome.ts';
import type { OrderContext } from './order-context.ts';
import { askAndApply } from './settle-order.ts';

/**
 * Refunds the money at the provider, once: the refund's id is the idempotency key, so a repeated call only reads its state. If a refund is
 * under way, `reconcile-refunds` asks again later, or sooner if the provider sends an event.
 * @throws PaymentUnavailableError; then nothing has changed
 */
export async function executeRefund(context: OrderContext, refundId: string): Promise<void> {
  const { db } = context;
  const refund = await findRefund(db, refundId);
  if (refund?.status !== 'requested') return;
  const { orderId } = refund;
  const outcome = (await findOutside(context, refund)) ?? (await giveBack(context, refund));
  await withTransaction(db, (tx) => applyRefundOutcome(context, tx, { orderId, refundId, outcome }));
  // The provider may have rejected the refund because the merchant refunded in the provider's dashboard.
  if (outcome.state === 'failed') await askAndApply(context, orderId);
}

/** Finds a refund that was made in the provider's dashboard. A request with our id would make another refund. */
async function findOutside(
  { gateway }: OrderContext,
  { refundId, reference, paymentReference }: Refund,
): Promise<GatewayRefund | undefined> {
  if (reference === null || paymentReference === null) return undefined;
  const payment = await gateway.find(paymentReference);
  return payment?.refunds.find((listed) => listed.reference === reference && listed.refundId !== refundId);
}

async function giveBack(
  { gateway }: OrderContext,
  { refundId, amountMinor, paymentReference }: Refund,
): Promise<RefundOutcome> {
  if (paymentReference === null)
    return { state: 'failed', reference: undefined, message: 'No payment was made at a provider.' };
  return gateway.refund({ refundId, reference: paymentReference, amountMinor });
}
