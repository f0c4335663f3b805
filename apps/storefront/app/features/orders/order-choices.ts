/** @file What a buyer can do with an order as it is. */
import type { Order } from '@kindred/contracts';

export function canReturn({ lines }: Pick<Order, 'lines'>): boolean {
  return lines.some(({ returnable }) => returnable.quantity > 0);
}

/** Any of it. */
export function canBuyAgain(order: Pick<Order, 'lines' | 'payment_status' | 'status'>): boolean {
  return isBuyableAgain(order) && order.lines.some(({ product_available }) => product_available);
}

/** One that waits for its payment is bought already. */
export function isBuyableAgain({
  status,
  payment_status,
}: Pick<Order, 'payment_status' | 'status'>): boolean {
  return status !== 'Pending' || !/^(pending|action-required)$/.test(payment_status);
}
