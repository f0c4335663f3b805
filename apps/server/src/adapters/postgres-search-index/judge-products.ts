/** @file Which filters products fail: a bit each, one short loop a filter. */
import { type CatalogColumns, noColumnPrice, noColumnRating } from '../catalog-in-memory/catalog-columns.ts';
import { allPlaces } from './all-places.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

export const failsCategory = 1;
export const failsPrice = 2;
export const failsRating = 4;
export const failsStock = 8;
/** Of the first attribute that is filtered by; each further one has the next bit. */
export const failsFirstAttribute = 16;

/** The bits that a product can have. */
export function bitsOf({ categories, attributes, price, ratingMin, inStock }: ResolvedFilters): number {
  let bits = failsFirstAttribute * (2 ** attributes.length - 1);
  if (categories) bits |= failsCategory;
  if (price) bits |= failsPrice;
  if (ratingMin !== undefined) bits |= failsRating;
  if (inStock) bits |= failsStock;
  return bits;
}

/** By place; only the products that are asked about have a meaning. */
export function judgeProducts(
  columns: CatalogColumns,
  filters: ResolvedFilters,
  /** Undefined: all products. */
  places: Int32Array | undefined,
): Uint32Array {
  const { categoryId, price, averageRating, inStock } = columns;
  const { categories, attributes, ratingMin } = filters;
  const failed = new Uint32Array(columns.length);
  const length = places?.length ?? columns.length;
  const placeAt = places ?? allPlaces(length);
  // Loops of their own: one that called a function for each product would take four times as long. And without branches, which the
  // processor would predict wrongly too often.
  if (categories)
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      // A category that came after the tree was read is in none that is chosen.
      failed[place] = categories[categoryId[place]!] === 1 ? 0 : failsCategory;
    }
  for (let index = 0; index < attributes.length; index++) {
    const { values, isWanted } = attributes[index]!;
    const bit = failsFirstAttribute << index;
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      failed[place]! |= isWanted[values[place]!] === 0 ? bit : 0;
    }
  }
  if (filters.price) {
    const { min, max } = filters.price;
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      const priceHere = price[place]!;
      failed[place]! |= priceHere < min || priceHere > max || priceHere === noColumnPrice ? failsPrice : 0;
    }
  }
  if (ratingMin !== undefined)
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      const rating = averageRating[place]!;
      failed[place]! |= rating < ratingMin || rating === noColumnRating ? failsRating : 0;
    }
  if (filters.inStock)
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      failed[place]! |= inStock[place] === 0 ? failsStock : 0;
    }
  return failed;
}
