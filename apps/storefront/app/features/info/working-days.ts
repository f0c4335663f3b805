import type { ShippingMethod } from '@kindred/contracts';

/** @example workingDays({ min_days: 3, max_days: 5 }) // '3 to 5 working days' */
export function workingDays({ min_days: min, max_days: max }: Pick<ShippingMethod, 'min_days' | 'max_days'>) {
  const count = min === max ? `${max}` : `${min} to ${max}`;
  return `${count} working ${max === 1 ? 'day' : 'days'}`;
}
