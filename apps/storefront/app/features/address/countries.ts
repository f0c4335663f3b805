/** @file The countries by their names. For loaders: a browser may know other names than the server, and would sort them otherwise. */
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

/** All of them, by name. */
export const countries: readonly Country[] = countryCodes
  .map((code) => ({ code, name: countryNameOf(code) }))
  .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
