import { allocate } from '@kindred/shop-types';
import type { Order, OrderLine } from './order.ts';

export interface RefundLine {
  readonly productId: number;
  readonly quantity: number;
}

/** What so many more units of a line cost, so that all units together cost exactly the line. */
function costOf(line: OrderLine, quantity: number): number {
  const units = allocate(line.totalMinor, Array<number>(line.quantity).fill(1));
  return units
    .slice(line.refundedQuantity, line.refundedQuantity + quantity)
    .reduce((sum, unit) => sum + unit, 0);
}

/** Every unit that has not come back yet. */
export function remainingLines(order: Pick<Order, 'lines'>): RefundLine[] {
  return order.lines
    .map(({ productId, quantity, refundedQuantity }) => ({
      productId,
      quantity: quantity - refundedQuantity,
    }))
    .filter(({ quantity }) => quantity > 0);
}

/**
 * What to give back for units of an order: their share of the price, to the cent. With the last unit goes everything that is
 * left, the shipping too. Undefined: the order does not hold (any longer) what is asked for.
 */
export function refundAmount(
  order: Pick<Order, 'lines' | 'totalMinor'>,
  lines: readonly RefundLine[],
  refundedMinor: number,
): number | undefined {
  const byProduct = new Map(order.lines.map((line) => [line.productId, line]));
  const seen = new Set<number>();
  let amount = 0;
  for (const { productId, quantity } of lines) {
    const line = byProduct.get(productId);
    if (!line || seen.has(productId) || quantity < 1 || line.refundedQuantity + quantity > line.quantity)
      return undefined;
    seen.add(productId);
    amount += costOf(line, quantity);
  }
  const left = order.totalMinor - refundedMinor;
  const isEverything = remainingLines(order).every(
    (remaining) =>
      lines.find(({ productId }) => productId === remaining.productId)?.quantity === remaining.quantity,
  );
  return isEverything ? left : Math.min(amount, left);
}
