import { withTransaction } from '../../../platform/postgres/database.ts';
import { followGoods } from './follow-goods.ts';
import { isPaid, type Order, type StockedLine } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent } from './order-repository.ts';
import { shippableUnits } from './order-units.ts';
import { insertShipment } from './shipment-repository.ts';

export interface ShipmentRequest {
  readonly orderId: string;
  /** By default, everything that can be shipped. */
  readonly lines: readonly StockedLine[] | undefined;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
}

/**
 * Hands a parcel to the carrier. Units that a refund holds are not shipped, whether the money has moved or not.
 * @throws ProblemError `order-not-found`, `not-shippable`
 */
export async function shipOrder(context: OrderContext, request: ShipmentRequest): Promise<Order> {
  const { orderId, carrier, trackingNumber } = request;
  await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    const lines = parcelOf(order, request.lines);
    const shipmentId = await insertShipment(tx, { orderId, carrier, trackingNumber, lines });
    await recordEvent(tx, { orderId, kind: 'shipped', actor: 'admin', data: { shipment_id: shipmentId } });
    const shipped = await followGoods(tx, orderId, 'admin');
    await queueOrderMail(context, tx, shipped, { kind: 'order-shipped', shipmentId });
  });
  return (await findOrder(context.db, orderId))!;
}

function parcelOf(order: Order, wanted: readonly StockedLine[] | undefined): readonly StockedLine[] {
  if (order.status !== 'Pending') throw orderProblem('not-shippable', `The order is ${order.status}.`);
  if (!isPaid(order) || order.soldAt === null) throw orderProblem('not-shippable', 'The order is not paid.');
  const left = order.lines
    .map((line) => ({ productId: line.productId, quantity: shippableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  if (left.length === 0) {
    const isRefunding = order.lines.some(({ refunding }) => refunding.withheld > 0);
    throw orderProblem(
      'not-shippable',
      isRefunding ? 'The rest of the order is being refunded.' : `The order is ${order.fulfilmentStatus}.`,
    );
  }
  if (!wanted) return left;
  for (const [index, { productId, quantity }] of wanted.entries()) {
    const line = order.lines.find((one) => one.productId === productId);
    if (!line) throw orderProblem('not-shippable', `The order does not contain product ${productId}.`);
    if (wanted.findIndex((one) => one.productId === productId) !== index)
      throw orderProblem('not-shippable', `Product ${productId} is named twice.`);
    const shippable = shippableUnits(line);
    if (quantity > shippable)
      throw orderProblem(
        'not-shippable',
        `Of product ${productId}, ${shippable} can be shipped: ${line.quantity} were ordered, ${line.shipped} are shipped, ${
          line.refunding.withheld + line.refunded.withheld
        } are refunded or being refunded.`,
      );
  }
  return wanted;
}
