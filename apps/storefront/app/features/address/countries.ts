/** @file The countries and their names. Only loaders use this, because a browser may have other names and another order. */
import { countryCodes } from '@kindred/shop-types';

export interface Country {
  readonly code: string;
  readonly name: string;
}

const names = new Intl.DisplayNames('en', { type: 'region' });

/** @example countryNameOf('DE') // 'Germany' */
export function countryNameOf(code: string): string {
  return names.of(code) ?? code;
}

/** All countries, sorted by name. */
export const countries: readonly Country[] = countryCodes
  .map((code) => ({ code, name: countryNameOf(code) }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
