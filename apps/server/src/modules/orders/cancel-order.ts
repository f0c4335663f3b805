import { withTransaction } from '../../platform/postgres/database.ts';
import { PaymentUnavailableError } from '../../ports/payment-gateway.ts';
import { lockPayment } from '../payments/index.ts';
import { isPaid, type Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent, updateOrder } from './order-repository.ts';
import { fulfilmentMachine, orderMachine } from './order-states.ts';
import { remainingLines } from './refund-amount.ts';
import { queueRefund } from './request-refund.ts';
import { restockWithoutMoney } from './restock.ts';
import { cancelUnpaid } from './settle-order.ts';

/**
 * Cancels an order that has not been shipped. What was paid goes back and the goods return to the shelf.
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
  // The money may have come while we asked.
  if (now.status === 'Pending') await cancelPaid(context, orderId, by);
  else if (now.status === 'Completed') throw orderProblem('not-cancellable', 'It was delivered already.');
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
    throw orderProblem('payment-unavailable', 'The order stays as it is. Please try again in a minute.');
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
    const status = orderMachine.next(order.status, 'cancel');
    const fulfilmentStatus = fulfilmentMachine.next(order.fulfilmentStatus, 'cancel');
    if (!status || !fulfilmentStatus) throw orderProblem('not-cancellable', 'It is on its way already.');
    if (!isPaid(order) && order.paymentStatus !== 'refunded') throw orderProblem('not-cancellable');
    const actor = by === 'by-shop' ? 'admin' : 'shopper';
    await updateOrder(tx, orderId, { status, fulfilmentStatus, cancelledBecause: by });
    await recordEvent(tx, { orderId, kind: 'cancelled', actor, data: { reason: by } });
    await queueOrderMail(context, tx, order, {
      kind: 'order-cancelled',
      reason: by === 'by-shop' ? 'we could not deliver it' : 'you asked us to',
    });
    const amountMinor = payment.amountMinor - payment.refundedMinor;
    const lines = remainingLines(order);
    if (amountMinor > 0)
      await queueRefund(tx, { order, payment, amountMinor, reason: by, lines, restock: true, actor });
    else await restockWithoutMoney(tx, order);
  });
}
