import { type CatalogColumns, noColumnPrice, noColumnRating } from '../catalog-in-memory/catalog-columns.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

/** The filters that a product fails: a bit each. */
export type Judged = number;

export const failsCategory = 1;
export const failsPrice = 2;
export const failsRating = 4;
export const failsStock = 8;
/** Of the first attribute that is filtered by; each further one has the next bit. */
export const failsFirstAttribute = 16;

/** Which filters a product fails: a bit each. */
export function judgeOf(columns: CatalogColumns, filters: ResolvedFilters): (place: number) => Judged {
  const { categoryId, price, averageRating, inStock } = columns;
  const { categories, attributes, ratingMin } = filters;
  const isPriced = filters.price !== undefined;
  const least = filters.price?.min ?? Number.NEGATIVE_INFINITY;
  const most = filters.price?.max ?? Number.POSITIVE_INFINITY;
  return (place) => {
    let failed = 0;
    // A category that came after the tree was read is in none that is chosen.
    if (categories && categories[categoryId[place]!] !== 1) failed |= failsCategory;
    for (let index = 0; index < attributes.length; index++) {
      const { values, isWanted } = attributes[index]!;
      if (isWanted[values[place]!] === 0) failed |= failsFirstAttribute << index;
    }
    if (isPriced) {
      const priceHere = price[place]!;
      if (priceHere < least || priceHere > most || priceHere === noColumnPrice) failed |= failsPrice;
    }
    if (ratingMin !== undefined) {
      const rating = averageRating[place]!;
      if (rating < ratingMin || rating === noColumnRating) failed |= failsRating;
    }
    if (filters.inStock && inStock[place] === 0) failed |= failsStock;
    return failed;
  };
}
