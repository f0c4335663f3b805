/** @file How many units of a line can be returned and until when, or why none can. */
import type { Order, OrderLine } from './order.ts';
import { deliveredUnitsOut, shippableUnits, unitsOut } from './order-units.ts';

/** Counted from the day on which the parcel arrived. */
export const returnDays = 30;

export interface ReturnableUnits {
  readonly quantity: number;
  /** The last time at which all of them can be returned, or null if there are none. */
  readonly until: string | null;
  readonly refusal: 'being-returned' | 'cancelled' | 'not-delivered' | 'refunded' | 'too-late' | null;
}

export function deadlineOf(deliveredAt: string): Date {
  const deadline = new Date(deliveredAt);
  deadline.setUTCDate(deadline.getUTCDate() + returnDays);
  return deadline;
}

/** Earlier returns count for the oldest parcels. */
export function returnableUnits(
  { shipments, status }: Pick<Order, 'shipments' | 'status'>,
  line: OrderLine,
  now: Date,
): ReturnableUnits {
  const free = Math.max(0, deliveredUnitsOut(line) - line.returning);
  const arrivals = shipments
    .flatMap(({ deliveredAt, lines }) => {
      const units = lines.find(({ productId }) => productId === line.productId)?.quantity ?? 0;
      return deliveredAt === null || units === 0 ? [] : [{ units, deadline: deadlineOf(deliveredAt) }];
    })
    .filter(({ deadline }) => deadline >= now)
    .sort((a, b) => b.deadline.getTime() - a.deadline.getTime());
  let quantity = 0;
  let until: string | null = null;
  for (const { units, deadline } of arrivals) {
    if (quantity === free) break;
    quantity = Math.min(free, quantity + units);
    until = deadline.toISOString();
  }
  return { quantity, until, refusal: quantity > 0 ? null : refusalOf(status === 'Cancelled', line, free) };
}

function refusalOf(isCancelled: boolean, line: OrderLine, free: number): ReturnableUnits['refusal'] {
  if (free > 0) return 'too-late';
  if (line.returning > 0) return 'being-returned';
  if (isCancelled) return 'cancelled';
  return shippableUnits(line) > 0 || unitsOut(line) > 0 ? 'not-delivered' : 'refunded';
}

export const refusalMessages: Readonly<Record<NonNullable<ReturnableUnits['refusal']>, string>> = {
  'not-delivered': 'You can return it once it has arrived.',
  'too-late': `It arrived more than ${returnDays} days ago.`,
  'being-returned': 'A return of it is under way.',
  cancelled: 'The order is cancelled.',
  refunded: 'It was refunded.',
};

export function presentReturnable({ quantity, until, refusal }: ReturnableUnits) {
  return { quantity, until, refusal, message: refusal && refusalMessages[refusal] };
}
