import { withTransaction } from '../../platform/postgres/database.ts';
import { isPaid, type Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent, updateOrder } from './order-repository.ts';
import { fulfilmentMachine, orderMachine } from './order-states.ts';

/** @throws ProblemError `order-not-found`, `not-shippable` */
export async function shipOrder(
  context: OrderContext,
  {
    orderId,
    carrier,
    trackingNumber,
  }: { orderId: string; carrier: string | null; trackingNumber: string | null },
): Promise<Order> {
  await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    const fulfilmentStatus = fulfilmentMachine.next(order.fulfilmentStatus, 'ship');
    if (!fulfilmentStatus || order.status !== 'Pending')
      throw orderProblem('not-shippable', `It is ${order.fulfilmentStatus}.`);
    if (!isPaid(order)) throw orderProblem('not-shippable', 'It is not paid.');
    await updateOrder(tx, orderId, { fulfilmentStatus, carrier, trackingNumber });
    await recordEvent(tx, {
      orderId,
      kind: 'shipped',
      actor: 'admin',
      data: { carrier, tracking_number: trackingNumber },
    });
    await queueOrderMail(context, tx, order, {
      kind: 'order-shipped',
      carrier,
      tracking_number: trackingNumber,
    });
  });
  return (await findOrder(context.db, orderId))!;
}

/** @throws ProblemError `order-not-found`, `not-deliverable` */
export async function deliverOrder(context: OrderContext, orderId: string): Promise<Order> {
  await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    const fulfilmentStatus = fulfilmentMachine.next(order.fulfilmentStatus, 'deliver');
    const status = orderMachine.next(order.status, 'complete');
    if (!fulfilmentStatus || !status)
      throw orderProblem('not-deliverable', `It is ${order.fulfilmentStatus}.`);
    await updateOrder(tx, orderId, { fulfilmentStatus, status });
    await recordEvent(tx, { orderId, kind: 'delivered', actor: 'admin' });
    await recordEvent(tx, { orderId, kind: 'completed', actor: 'admin' });
    await queueOrderMail(context, tx, order, { kind: 'order-delivered' });
  });
  return (await findOrder(context.db, orderId))!;
}
