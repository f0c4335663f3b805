import { noPrice } from '../../ports/search-cursor.ts';
import type { SearchSort } from '../../ports/search-index.ts';
import { type CatalogColumns, noColumnPrice } from '../catalog-in-memory/catalog-columns.ts';

/** How a list is ordered: by a key, then by the number, both in one direction. */
export interface SortOrder {
  /** 1: rising. */
  readonly direction: 1 | -1;
  /** Of the product at a place, which is the one at a position of what the text matched. */
  keyAt(place: number, position: number): number;
}

/** `scores`: of what the text matched, by position; undefined without a text. */
export function sortOrder(
  sort: SearchSort,
  columns: CatalogColumns,
  scores: Float64Array | undefined,
): SortOrder {
  const { ratingCount, bayesianRating, day, price } = columns;
  switch (sort) {
    case 'relevance':
      return {
        direction: -1,
        keyAt: scores ? (_, position) => scores[position]! : (place) => ratingCount[place]!,
      };
    case 'popularity':
      return { direction: -1, keyAt: (place) => ratingCount[place]! };
    case 'rating':
      return { direction: -1, keyAt: (place) => bayesianRating[place]! };
    case 'newest':
      return { direction: -1, keyAt: (place) => day[place]! };
    case 'price-asc':
      return {
        direction: 1,
        keyAt: (place) => (price[place] === noColumnPrice ? noPrice['price-asc'] : price[place]!),
      };
    case 'price-desc':
      return { direction: -1, keyAt: (place) => price[place]! };
  }
}
