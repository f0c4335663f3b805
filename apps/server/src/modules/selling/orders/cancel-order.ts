import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { PaymentUnavailableError } from '../../../ports/payment-gateway.ts';
import { lockPayment } from '../payments/index.ts';
import { deriveFulfilment } from './fulfilment.ts';
import { type Actor, isPaid, type Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent, updateOrder } from './order-repository.ts';
import { orderMachine } from './order-states.ts';
import { refundAmount, unshippedUnits } from './refund-units.ts';
import { queueRefund } from './request-refund.ts';
import { cancelUnpaid } from './settle-order.ts';

/**
 * Cancels an order, or the part that is not shipped. That part is refunded, and its goods go back into stock when the money has
 * moved (`applyRefundOutcome`). Until a refund succeeds, nobody can buy them. If it fails, the merchant has
 * to request another one (decision 23).
 * @throws ProblemError `order-not-found`, `not-cancellable`, `payment-unavailable`
 */
export async function cancelOrder(
  context: OrderContext,
  orderId: string,
  by: 'by-shop' | 'by-shopper',
): Promise<Order> {
  const order = await findOrder(context.db, orderId);
  if (!order) throw orderProblem('order-not-found');
  if (order.status === 'Pending' && order.expiresAt !== null) await cancelBeforeMoney(context, orderId, by);
  const now = (await findOrder(context.db, orderId))!;
  // The payment may have succeeded while we asked the provider.
  if (now.status === 'Pending') await cancelPaid(context, orderId, by);
  else if (now.status === 'Completed') throw orderProblem('not-cancellable', 'It was already delivered.');
  return (await findOrder(context.db, orderId))!;
}

async function cancelBeforeMoney(
  context: OrderContext,
  orderId: string,
  by: 'by-shop' | 'by-shopper',
): Promise<void> {
  try {
    await cancelUnpaid(context, orderId, by);
  } catch (error) {
    if (!(error instanceof PaymentUnavailableError)) throw error;
    throw orderProblem('payment-unavailable', 'The order was not changed. Please try again in a minute.');
  }
}

async function cancelPaid(
  context: OrderContext,
  orderId: string,
  by: 'by-shop' | 'by-shopper',
): Promise<void> {
  await withTransaction(context.db, async (tx) => {
    const order = (await lockOrder(tx, orderId))!;
    if (order.status === 'Cancelled') return;
    const payment = (await lockPayment(tx, orderId))!;
    if (!isPaid(order) || order.soldAt === null) throw orderProblem('not-cancellable');
    const lines = unshippedUnits(order);
    const isWhole = order.lines.every(({ shipped }) => shipped === 0);
    if (!isWhole && lines.length === 0)
      throw orderProblem('not-cancellable', 'Everything that is not refunded is already on its way.');
    const actor = by === 'by-shop' ? 'admin' : 'shopper';
    if (isWhole) await closeOrder(context, tx, order, by, actor);
    const amountMinor = refundAmount(order, lines, payment.amountMinor - payment.refundedMinor);
    if (lines.length > 0 || amountMinor > 0)
      await queueRefund(context, tx, {
        order,
        payment,
        amountMinor,
        reason: by,
        lines,
        restock: true,
        actor,
      });
  });
}

async function closeOrder(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  by: 'by-shop' | 'by-shopper',
  actor: Actor,
): Promise<void> {
  const { orderId } = order;
  const status = orderMachine.next(order.status, 'cancel');
  if (!status) throw orderProblem('not-cancellable');
  const fulfilmentStatus = deriveFulfilment({ ...order, status });
  await updateOrder(tx, orderId, { status, fulfilmentStatus, cancelledBecause: by });
  await recordEvent(tx, { orderId, kind: 'cancelled', actor, data: { reason: by } });
  await queueOrderMail(context, tx, order, {
    kind: 'order-cancelled',
    reason: by === 'by-shop' ? 'we could not deliver it' : 'you asked us to',
  });
}
