import { withTransaction } from '../../platform/postgres/database.ts';
import { findRefund } from '../payments/index.ts';
import { applyRefundOutcome } from './apply-refund-outcome.ts';
import type { OrderContext } from './order-context.ts';
import { askAndApply } from './settle-order.ts';

/**
 * Gives the money back at the provider, once: the refund's id is the key there, so asking again asks how it stands. One that is
 * under way stays so, and is asked about again by `reconcile-refunds`, or sooner when the provider sends an event.
 * @throws PaymentUnavailableError and nothing has changed
 */
export async function executeRefund(context: OrderContext, refundId: string): Promise<void> {
  const { db, gateway } = context;
  const refund = await findRefund(db, refundId);
  if (refund?.status !== 'requested') return;
  const { orderId, amountMinor, paymentReference } = refund;
  const outcome =
    paymentReference === null
      ? ({ state: 'failed', reference: undefined, message: 'Nothing was paid at a provider.' } as const)
      : await gateway.refund({ refundId, reference: paymentReference, amountMinor });
  await withTransaction(db, (tx) => applyRefundOutcome(context, tx, { orderId, refundId, outcome }));
  // The provider may have refused because somebody refunded there.
  if (outcome.state === 'failed') await askAndApply(context, orderId);
}
