import type { ShippingMethod } from '@kindred/contracts';

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** “Wed 2 – Fri 4 Dec” */
export function deliveryText({ from, to }: ShippingMethod['delivery']): string {
  const [first, last] = [from, to].map((text) => new Date(`${text}T00:00:00Z`));
  const clean = (text: string) => text.replace(',', '');
  if (from === to) return clean(dayAndMonth.format(last));
  const isOneMonth = first.getUTCMonth() === last.getUTCMonth();
  return `${clean((isOneMonth ? day : dayAndMonth).format(first))} – ${clean(dayAndMonth.format(last))}`;
}
