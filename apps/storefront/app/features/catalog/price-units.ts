import { minorUnitDigits } from '@kindred/shop-types';

/** `12.5` dollars are `1250` cents; `500` yen are `500`. */
export function toMinor(units: number, currency: string): number {
  return Math.round(units * 10 ** minorUnitDigits(currency));
}

export function toUnits(minor: number, currency: string): number {
  return minor / 10 ** minorUnitDigits(currency);
}

/** The sign before the number, such as `$`. */
export function currencySymbol(currency: string): string {
  return (
    new Intl.NumberFormat('en-US', { style: 'currency', currency })
      .formatToParts(0)
      .find((part) => part.type === 'currency')?.value ?? currency
  );
}
