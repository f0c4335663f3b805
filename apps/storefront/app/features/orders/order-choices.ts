/** @file What the shopper can do with an order in its present state. */
import type { Order } from '@kindred/contracts';

export function canReturn({ lines }: Pick<Order, 'lines'>): boolean {
  return lines.some(({ returnable }) => returnable.quantity > 0);
}

/** Whether the shopper can buy at least one product of it again. */
export function canBuyAgain(order: Pick<Order, 'lines' | 'payment_status' | 'status'>): boolean {
  return isBuyableAgain(order) && order.lines.some(({ product_available }) => product_available);
}

/** An order that waits for its payment cannot be bought again. */
export function isBuyableAgain({
  status,
  payment_status,
}: Pick<Order, 'payment_status' | 'status'>): boolean {
  return status !== 'Pending' || !/^(pending|action-required)$/.test(payment_status);
}
