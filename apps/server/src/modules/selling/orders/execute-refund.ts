import { withTransaction } from '../../../platform/postgres/database.ts';
import type { GatewayRefund, RefundOutcome } from '../../../ports/payment-gateway.ts';
import { findRefund, type Refund } from '../payments/index.ts';
import { applyRefundOutcome } from './apply-refund-outcome.ts';
import type { OrderContext } from './order-context.ts';
import { askAndApply } from './settle-order.ts';

/**
 * Gives the money back at the provider, once: the refund's id is the key there, so asking again asks how it stands. One that is
 * under way stays so, and is asked about again by `reconcile-refunds`, or sooner when the provider sends an event.
 * @throws PaymentUnavailableError and nothing has changed
 */
export async function executeRefund(context: OrderContext, refundId: string): Promise<void> {
  const { db } = context;
  const refund = await findRefund(db, refundId);
  if (refund?.status !== 'requested') return;
  const { orderId } = refund;
  const outcome = (await findOutside(context, refund)) ?? (await giveBack(context, refund));
  await withTransaction(db, (tx) => applyRefundOutcome(context, tx, { orderId, refundId, outcome }));
  // The provider may have refused because somebody refunded there.
  if (outcome.state === 'failed') await askAndApply(context, orderId);
}

/** One that somebody made at the provider is booked here too; to ask for it by our id would make another. */
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
    return { state: 'failed', reference: undefined, message: 'Nothing was paid at a provider.' };
  return gateway.refund({ refundId, reference: paymentReference, amountMinor });
}
