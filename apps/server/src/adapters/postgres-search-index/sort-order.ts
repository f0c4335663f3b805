import { noPrice } from '../../ports/search-cursor.ts';
import type { SearchSort } from '../../ports/search-index.ts';
import { type CatalogColumns, noColumnPrice } from '../catalog-in-memory/catalog-columns.ts';
import { scratch } from './scratch.ts';
import type { Visits } from './visits.ts';

/** 1 means rising. Items with equal keys are ordered by their numbers, in the same direction. */
export const directionOf = (sort: SearchSort): 1 | -1 => (sort === 'price-asc' ? 1 : -1);

/**
 * Returns for each visit the key that a cursor names, times the direction: the lowest comes first.
 * @param scoreAt the score by place; undefined without a text
 */
export function ordersOf(
  sort: SearchSort,
  columns: CatalogColumns,
  { places, length }: Visits,
  scoreAt: ((place: number) => number) | undefined,
): Float64Array {
  const orders = scratch.numbers(length);
  if (sort === 'relevance' && scoreAt)
    for (let visit = 0; visit < length; visit++) orders[visit] = -scoreAt(places[visit]!);
  else if (sort === 'price-asc')
    for (let visit = 0; visit < length; visit++) {
      const price = columns.price[places[visit]!]!;
      orders[visit] = price === noColumnPrice ? noPrice['price-asc'] : price;
    }
  else {
    const keys = fallingKeys(sort, columns);
    for (let visit = 0; visit < length; visit++) orders[visit] = -keys[places[visit]!]!;
  }
  return orders;
}

function fallingKeys(
  sort: Exclude<SearchSort, 'price-asc'>,
  columns: CatalogColumns,
): Int32Array | Float64Array | Uint8Array {
  switch (sort) {
    case 'relevance': // Without a text.
    case 'popularity':
      return columns.ratingCount;
    case 'rating':
      return columns.bayesianRating;
    case 'newest':
      return columns.day;
    case 'price-desc':
      return columns.price;
    case 'discount':
      return columns.percentOff;
  }
}
