/** @file Completes or reopens a checkout when its order is paid or cancelled, in the order's own transaction. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { lockCart, takeFromCart } from '../cart/index.ts';
import type { CancelReason, Order } from '../orders/index.ts';
import { markCompleted, markOpen } from './checkout-repository.ts';

/** Removes the bought products from the cart; products that were added meanwhile stay. Returns the cart's owner. */
export async function completeCheckout(tx: Transaction, order: Order): Promise<CartOwner | undefined> {
  const owner = await markCompleted(tx, order.orderId);
  if (owner) await takeFromCart(tx, owner, { lines: order.lines, promoCodes: order.promoCodes });
  return owner;
}

/** Returns whether the cart still has the ordered products. */
export async function reopenCheckout(
  tx: Transaction,
  order: Order,
  reason: CancelReason,
): Promise<{ isInCart: boolean }> {
  const owner = await markOpen(tx, order.orderId, { keepsMethod: reason === 'payment-unavailable' });
  if (!owner) return { isInCart: false };
  const { lines } = await lockCart(tx, owner);
  const isInCart = order.lines.every(({ productId, quantity }) =>
    lines.some((line) => line.productId === productId && line.quantity >= quantity),
  );
  return { isInCart };
}
