/** @file The part of an order that the buyer can still cancel, or the reason why nothing can be cancelled. */
import { isPaid, type Order } from './order.ts';
import { orderMachine } from './order-states.ts';
import { shippableUnits } from './order-units.ts';

export interface Cancellable {
  /** `rest` is the part that is not shipped yet. */
  readonly scope: 'order' | 'rest' | null;
  readonly message: string | null;
}

type Told = Pick<Order, 'lines' | 'paymentStatus' | 'shipments' | 'status'>;

export function cancellable(order: Told): Cancellable {
  if (order.status === 'Cancelled') return { scope: null, message: 'It is cancelled.' };
  if (orderMachine.next(order.status, 'cancel') === undefined)
    return { scope: null, message: 'It was already delivered.' };
  if (order.shipments.length === 0) return { scope: 'order', message: null };
  const isLess = isPaid(order) && order.lines.some((line) => shippableUnits(line) > 0);
  return isLess
    ? { scope: 'rest', message: null }
    : { scope: null, message: 'It is on its way. You can return it once it has arrived.' };
}
