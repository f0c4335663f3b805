/** @file Where the units of an order's line are. Every unit is in one place: in stock, in a parcel, or withheld by a refund. */
import type { RefundedUnits } from '../payments/index.ts';
import type { OrderLine } from './order.ts';

export type LineUnits = Pick<OrderLine, 'delivered' | 'quantity' | 'refunded' | 'refunding' | 'shipped'>;

export const noUnits: RefundedUnits = { withheld: 0, returned: 0, kept: 0 };

export function unitCount({ withheld, returned, kept }: RefundedUnits): number {
  return withheld + returned + kept;
}

/** Units in stock and in no refund. They can be shipped or refunded. */
export function shippableUnits({ quantity, shipped, refunding, refunded }: LineUnits): number {
  return quantity - shipped - refunding.withheld - refunded.withheld;
}

function takenBack({ refunding, refunded }: LineUnits): number {
  return refunding.returned + refunding.kept + refunded.returned + refunded.kept;
}

/** Shipped units that are in no refund. */
export function unitsOut(line: LineUnits): number {
  return line.shipped - takenBack(line);
}

/** Delivered units that are in no refund. A refund counts delivered units first. */
export function deliveredUnitsOut(line: LineUnits): number {
  return Math.max(0, line.delivered - takenBack(line));
}
