/** @file The units of an order that a refund includes, and their price. */
import { allocate } from '@kindred/shop-types';
import type { RefundedLine } from '../payments/index.ts';
import type { Order, OrderLine } from './order.ts';
import { deliveredUnitsOut, shippableUnits, unitCount, unitsOut } from './order-units.ts';

export interface RefundLine {
  readonly productId: number;
  readonly quantity: number;
  /** By default, units that are not shipped come first. */
  readonly units?: 'shipped' | 'unshipped' | undefined;
}

/**
 * By default, units that were not shipped go back into stock, and shipped ones stay where they are. If true, all units are here and go
 * back into stock. If false, none does.
 */
export type Restock = boolean | undefined;

/** Returns the units by where they are, or a sentence if the order does not have them (any more). */
export function chooseUnits(
  order: Pick<Order, 'lines'>,
  lines: readonly RefundLine[],
  restock: Restock,
): RefundedLine[] | string {
  const chosen: RefundedLine[] = [];
  for (const { productId, quantity, units } of lines) {
    const line = order.lines.find((one) => one.productId === productId);
    if (!line) return `The order does not contain product ${productId}.`;
    if (chosen.some((one) => one.productId === productId)) return `Product ${productId} is named twice.`;
    const [here, out] = [shippableUnits(line), unitsOut(line)];
    const withheld = units === 'shipped' ? 0 : Math.min(quantity, here);
    const shipped = quantity - withheld;
    if (shipped > (units === 'unshipped' ? 0 : out))
      return `Of product ${productId}, ${here} unshipped and ${out} shipped can be refunded: the others are refunded or being refunded.`;
    if (restock === true && units === undefined && shipped > deliveredUnitsOut(line))
      return `Units of product ${productId} are on their way: name them by units "shipped" if they are here again, or leave restock out.`;
    chosen.push({ productId, withheld, ...afterShipping(shipped, restock) });
  }
  return chosen;
}

function afterShipping(shipped: number, restock: Restock) {
  return restock === true ? { returned: shipped, kept: 0 } : { returned: 0, kept: shipped };
}

/** Returns all units that no refund holds. Units on their way count as returned only if the request names them. */
export function allUnits(order: Pick<Order, 'lines'>, restock: Restock): RefundedLine[] | string {
  return chooseUnits(order, everyUnit(order), restock);
}

/** Returns all units: those that stay in stock for good, and shipped ones that stay where they are. */
export function allUnitsAsTheyAre(order: Pick<Order, 'lines'>): RefundedLine[] {
  return everyUnit(order).map(({ productId, quantity }) => {
    const withheld = shippableUnits(order.lines.find((line) => line.productId === productId)!);
    return { productId, withheld, returned: 0, kept: quantity - withheld };
  });
}

/** Returns the units that are not shipped and that no refund holds. */
export function unshippedUnits(order: Pick<Order, 'lines'>): RefundedLine[] {
  return order.lines
    .map((line) => ({ productId: line.productId, withheld: shippableUnits(line), returned: 0, kept: 0 }))
    .filter(({ withheld }) => withheld > 0);
}

function everyUnit({ lines }: Pick<Order, 'lines'>): RefundLine[] {
  return lines
    .map((line) => ({ productId: line.productId, quantity: shippableUnits(line) + unitsOut(line) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Returns the price of the next `quantity` units of a line, so that all units together cost exactly the line's total. */
function costOf(line: OrderLine, quantity: number): number {
  const units = allocate(line.totalMinor, Array<number>(line.quantity).fill(1));
  const earlier = unitCount(line.refunding) + unitCount(line.refunded);
  return units.slice(earlier, earlier + quantity).reduce((sum, unit) => sum + unit, 0);
}

/**
 * Returns the amount to refund for units of an order: their exact share of the price, and never more than is left. The last unit returns
 * everything that is left, including the shipping.
 */
export function refundAmount(
  order: Pick<Order, 'lines'>,
  units: readonly RefundedLine[],
  leftMinor: number,
): number {
  const counts = new Map(units.map((line) => [line.productId, unitCount(line)]));
  const isEverything = everyUnit(order).every(
    ({ productId, quantity }) => counts.get(productId) === quantity,
  );
  if (isEverything) return leftMinor;
  const cost = order.lines.reduce((sum, line) => sum + costOf(line, counts.get(line.productId) ?? 0), 0);
  return Math.min(cost, leftMinor);
}
