import type { Transaction } from '../../../platform/postgres/database.ts';
import { deriveEnd, deriveFulfilment } from './fulfilment.ts';
import type { Actor, Order } from './order.ts';
import { findOrder, recordEvent, updateOrder } from './order-repository.ts';
import { orderMachine } from './order-states.ts';

/**
 * Updates the order's fulfilment and status from its parcels and refunds. The caller holds the order's lock and has just changed one of
 * them.
 */
export async function followGoods(tx: Transaction, orderId: string, actor: Actor): Promise<Order> {
  const order = (await findOrder(tx, orderId))!;
  const end = order.soldAt === null ? undefined : deriveEnd(order);
  const status = (end && orderMachine.next(order.status, end)) ?? order.status;
  const cancelledBecause = end === 'cancel' ? 'refunded' : order.cancelledBecause;
  const fulfilmentStatus = deriveFulfilment({ ...order, status });
  if (fulfilmentStatus === order.fulfilmentStatus && status === order.status) return order;
  await updateOrder(tx, orderId, { status, fulfilmentStatus, cancelledBecause });
  if (fulfilmentStatus === 'returned' && order.fulfilmentStatus !== 'returned')
    await recordEvent(tx, { orderId, kind: 'returned', actor });
  if (end === 'complete') await recordEvent(tx, { orderId, kind: 'completed', actor });
  if (end === 'cancel')
    await recordEvent(tx, { orderId, kind: 'cancelled', actor, data: { reason: 'refunded' } });
  return { ...order, status, fulfilmentStatus, cancelledBecause };
}
