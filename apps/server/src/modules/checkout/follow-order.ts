/** @file What becomes of a checkout when its order is paid or given up; in the order's own transaction. */
import type { Transaction } from '../../platform/postgres/database.ts';
import { takeFromCart } from '../cart/index.ts';
import type { Order } from '../orders/index.ts';
import { markCompleted, markOpen } from './checkout-repository.ts';

/** What was bought leaves the cart; what was added in the meantime stays. */
export async function completeCheckout(tx: Transaction, order: Order): Promise<void> {
  const owner = await markCompleted(tx, order.orderId);
  if (owner) await takeFromCart(tx, owner, { lines: order.lines, promoCodes: order.promoCodes });
}

export function reopenCheckout(tx: Transaction, order: Order): Promise<void> {
  return markOpen(tx, order.orderId);
}
