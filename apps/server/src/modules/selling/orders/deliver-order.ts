import { withTransaction } from '../../../platform/postgres/database.ts';
import { followGoods } from './follow-goods.ts';
import type { Order, Shipment } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent } from './order-repository.ts';
import { markDelivered } from './shipment-repository.ts';

/**
 * Records that a parcel has arrived or, without `shipmentId`, all parcels that are on their way.
 * @throws ProblemError `order-not-found`, `shipment-not-found`, `not-deliverable`
 */
export async function deliverOrder(
  context: OrderContext,
  { orderId, shipmentId }: { orderId: string; shipmentId?: string },
): Promise<Order> {
  await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    const arrived = arrivals(order, shipmentId);
    for (const parcel of arrived) {
      await markDelivered(tx, parcel.shipmentId);
      await recordEvent(tx, {
        orderId,
        kind: 'delivered',
        actor: 'admin',
        data: { shipment_id: parcel.shipmentId },
      });
    }
    const delivered = await followGoods(tx, orderId, 'admin');
    for (const parcel of arrived)
      await queueOrderMail(context, tx, delivered, {
        kind: 'order-delivered',
        shipmentId: parcel.shipmentId,
      });
  });
  return (await findOrder(context.db, orderId))!;
}

function arrivals(order: Order, shipmentId: string | undefined): readonly Shipment[] {
  // An order that was fully refunded before it arrived has ended as not delivered.
  if (order.status === 'Cancelled') throw orderProblem('not-deliverable', 'The order is Cancelled.');
  const underWay = order.shipments.filter(({ deliveredAt }) => deliveredAt === null);
  if (shipmentId === undefined) {
    if (underWay.length > 0) return underWay;
    throw orderProblem('not-deliverable', `The order is ${order.fulfilmentStatus}.`);
  }
  if (!order.shipments.some((parcel) => parcel.shipmentId === shipmentId))
    throw orderProblem('shipment-not-found');
  const parcel = underWay.find((one) => one.shipmentId === shipmentId);
  if (!parcel) throw orderProblem('not-deliverable', 'This parcel was already delivered.');
  return [parcel];
}
