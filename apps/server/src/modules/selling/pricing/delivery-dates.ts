import type { DeliveryDates } from '@kindred/contracts';
import type { ShippingMethod } from './shipping-and-tax.ts';

const dayMs = 24 * 60 * 60_000;

function isWeekend(day: Date): boolean {
  return day.getUTCDay() === 0 || day.getUTCDay() === 6;
}

/** Nothing arrives on a weekend, so zero days after a Saturday is Monday. */
function afterBusinessDays(start: Date, businessDays: number): Date {
  let day = start;
  for (let left = businessDays; left > 0 || isWeekend(day); ) {
    day = new Date(day.getTime() + dayMs);
    if (!isWeekend(day)) left--;
  }
  return day;
}

/** Returns the dates of delivery for an order at `orderedAt`, in UTC. It skips weekends but does not know holidays. */
export function deliveryDates(
  { minDays, maxDays }: Pick<ShippingMethod, 'minDays' | 'maxDays'>,
  orderedAt: Date,
): DeliveryDates {
  const [from, to] = [minDays, maxDays].map((days) =>
    afterBusinessDays(orderedAt, days).toISOString().slice(0, 10),
  );
  return { from, to };
}
