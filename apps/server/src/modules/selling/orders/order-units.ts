/** @file Where the units of an order's line are. Every unit is in one place: here, in a parcel, or withheld by a refund. */
import type { RefundedUnits } from '../payments/index.ts';
import type { OrderLine } from './order.ts';

export type LineUnits = Pick<OrderLine, 'delivered' | 'quantity' | 'refunded' | 'refunding' | 'shipped'>;

export const noUnits: RefundedUnits = { withheld: 0, returned: 0, kept: 0 };

export function unitCount({ withheld, returned, kept }: RefundedUnits): number {
  return withheld + returned + kept;
}

/** Units that are here and in no refund: they can be shipped, and they can be refunded. */
export function shippableUnits({ quantity, shipped, refunding, refunded }: LineUnits): number {
  return quantity - shipped - refunding.withheld - refunded.withheld;
}

function takenBack({ refunding, refunded }: LineUnits): number {
  return refunding.returned + refunding.kept + refunded.returned + refunded.kept;
}

/** Units that were shipped and are in no refund. */
export function unitsOut(line: LineUnits): number {
  return line.shipped - takenBack(line);
}

/** Those of them that have arrived; a refund is taken to be about delivered units first. */
export function deliveredUnitsOut(line: LineUnits): number {
  return Math.max(0, line.delivered - takenBack(line));
}
