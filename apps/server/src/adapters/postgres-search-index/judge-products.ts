/** @file Finds the filters that each product fails, as one bit per filter. Each filter is one short loop. */
import { type CatalogColumns, noColumnPrice, noColumnRating } from '../catalog-in-memory/catalog-columns.ts';
import { allPlaces } from './all-places.ts';
import type { ResolvedFilters } from './resolve-filters.ts';
import { scratch } from './scratch.ts';

export const failsCategory = 1;
export const failsPrice = 2;
export const failsRating = 4;
export const failsStock = 8;
export const failsDeals = 16;
/** The bit of the first filtered attribute. Each further attribute has the next bit. */
export const failsFirstAttribute = 32;

/** Returns the bits that a product can have. */
export function bitsOf({
  categories,
  attributes,
  price,
  ratingMin,
  inStock,
  deals,
}: ResolvedFilters): number {
  let bits = failsFirstAttribute * (2 ** attributes.length - 1);
  if (categories) bits |= failsCategory;
  if (price) bits |= failsPrice;
  if (ratingMin !== undefined) bits |= failsRating;
  if (inStock) bits |= failsStock;
  if (deals) bits |= failsDeals;
  return bits;
}

/** Returns the bits by place. Only the entries of the requested places are valid. */
export function judgeProducts(
  columns: CatalogColumns,
  filters: ResolvedFilters,
  /** Undefined for all products. */
  places: Int32Array | undefined,
): Uint32Array {
  const { categoryId, price, percentOff, averageRating, inStock } = columns;
  const { categories, attributes, ratingMin } = filters;
  const failed = scratch.bits(columns.length).fill(0, 0, columns.length);
  const length = places?.length ?? columns.length;
  const placeAt = places ?? allPlaces(length);
  // Separate loops, because one loop that calls a function for each product would take four times as long. They have no branches,
  // because the processor would predict them wrongly too often.
  if (categories)
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      // A category that was added after the tree was read is in no chosen category.
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
  if (filters.deals)
    for (let at = 0; at < length; at++) {
      const place = placeAt[at]!;
      failed[place]! |= percentOff[place] === 0 ? failsDeals : 0;
    }
  return failed;
}
