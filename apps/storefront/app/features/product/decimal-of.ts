import type { Money } from '@kindred/contracts';
import { minorUnitDigits } from '@kindred/shop-types';

/** `19.99`, as schema.org writes an amount. */
export function decimalOf({ amount_minor, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  return (amount_minor / 10 ** digits).toFixed(digits);
}
