import { withTransaction } from '../../platform/postgres/database.ts';
import {
  findRefund,
  lockPayment,
  lockRefund,
  paymentMachine,
  refundMachine,
  updatePayment,
  updateRefund,
} from '../payments/index.ts';
import type { OrderContext } from './order-context.ts';
import { queueOrderMail } from './order-mail.ts';
import { lockOrder, recordEvent, updateOrder } from './order-repository.ts';
import { fulfilmentMachine } from './order-states.ts';

/**
 * Gives the money back at the provider, once: the refund's id is the key there. Throws while the provider does not answer or
 * has not decided, so that the job comes back.
 */
export async function executeRefund(context: OrderContext, refundId: string): Promise<void> {
  const { db, gateway } = context;
  const found = await findRefund(db, refundId);
  if (found?.status !== 'requested') return;
  const outcome =
    found.paymentReference === null
      ? ({ state: 'failed', reference: undefined, message: 'nothing was paid at a provider' } as const)
      : await gateway.refund({
          refundId,
          reference: found.paymentReference,
          amountMinor: found.amountMinor,
        });
  if (outcome.state === 'requested') throw new Error(`Refund ${refundId} is still under way at the provider`);

  await withTransaction(db, async (tx) => {
    const order = (await lockOrder(tx, found.orderId))!;
    const payment = (await lockPayment(tx, found.orderId))!;
    const refund = (await lockRefund(tx, refundId))!;
    const { orderId } = order;
    if (outcome.state === 'failed') {
      const status = refundMachine.next(refund.status, 'fail');
      if (!status) return;
      await updateRefund(tx, refundId, { status, failureCode: outcome.message });
      await updatePayment(tx, payment.paymentId, {
        refundedMinor: payment.refundedMinor - refund.amountMinor,
      });
      await recordEvent(tx, {
        orderId,
        kind: 'refund-failed',
        actor: 'payment',
        data: { amount_minor: refund.amountMinor, message: outcome.message },
      });
      context.logger.error({ orderId, refundId }, 'a refund failed at the provider');
      return;
    }
    const status = refundMachine.next(refund.status, 'succeed');
    if (!status) return;
    await updateRefund(tx, refundId, { status, reference: outcome.reference });
    const paymentStatus = paymentMachine.next(
      payment.status,
      payment.refundedMinor === payment.amountMinor ? 'refund-all' : 'refund-part',
    );
    if (paymentStatus) await updatePayment(tx, payment.paymentId, { status: paymentStatus });
    const isAllBack = order.lines.every((line) => line.refundedQuantity === line.quantity);
    const fulfilmentStatus = isAllBack ? fulfilmentMachine.next(order.fulfilmentStatus, 'return') : undefined;
    await updateOrder(tx, orderId, {
      ...(paymentStatus && { paymentStatus }),
      ...(fulfilmentStatus && { fulfilmentStatus }),
    });
    await recordEvent(tx, {
      orderId,
      kind: 'refunded',
      actor: 'payment',
      data: { amount_minor: refund.amountMinor },
    });
    if (fulfilmentStatus) await recordEvent(tx, { orderId, kind: 'returned', actor: 'payment' });
    await queueOrderMail(context, tx, order, {
      kind: 'order-refunded',
      refunded_minor: refund.amountMinor,
      refundId,
    });
  });
}
