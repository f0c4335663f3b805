/**
 * @file One pass over the products that a text matched, or over all: what passes every filter is handed on, and each facet counts
 * what passes all filters but its own. A product that fails two filters counts nowhere; one that fails a single filter counts in
 * that filter's facet alone.
 */
import type { FacetRequest } from '../../ports/search-index.ts';
import {
  type AttributeColumn,
  type CatalogColumns,
  noColumnPrice,
  noColumnRating,
} from '../catalog-in-memory/catalog-columns.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

const failsCategory = 1;
const failsPrice = 2;
const failsRating = 4;
const failsStock = 8;
/** Of the first attribute that is filtered by; each further one has the next bit. */
const failsFirstAttribute = 16;

/** Of one attribute. */
export interface AttributeCounts {
  readonly code: string;
  /** Undefined: no product has it. */
  readonly column: AttributeColumn | undefined;
  /** By the numbers of the column. */
  readonly sets: Uint32Array;
}

/** By the numbers of the columns. */
export interface FacetCounts {
  readonly categories: Uint32Array;
  readonly attributes: readonly AttributeCounts[];
  /** At least 4, 3 and 2. */
  readonly ratings: [number, number, number];
  minPrice: number;
  maxPrice: number;
  /** 1 for each that occurs. */
  readonly currencies: Uint8Array;
  inStock: number;
}

export function createFacetCounts(
  columns: CatalogColumns,
  categoriesSize: number,
  { attributes }: FacetRequest,
): FacetCounts {
  return {
    categories: new Uint32Array(categoriesSize),
    attributes: attributes.map((code) => {
      const column = columns.attributes.get(code);
      return { code, column, sets: new Uint32Array(column?.sets.size ?? 0) };
    }),
    ratings: [0, 0, 0],
    minPrice: Number.POSITIVE_INFINITY,
    maxPrice: noColumnPrice,
    currencies: new Uint8Array(columns.currencies.size),
    inStock: 0,
  };
}

/** Calls `pass` with the place of each product that passes, and its position among `places`; gives how many do. */
export function countProducts({
  columns,
  filters,
  places,
  counts,
  pass,
}: {
  columns: CatalogColumns;
  filters: ResolvedFilters;
  /** Undefined: all products. */
  places: Int32Array | undefined;
  /** Undefined: no facets are wanted. */
  counts: FacetCounts | undefined;
  pass: (place: number, position: number) => void;
}): number {
  const { categoryId, price, averageRating, inStock, currency } = columns;
  const { categories, attributes, ratingMin } = filters;
  const least = filters.price?.min ?? Number.NEGATIVE_INFINITY;
  const most = filters.price?.max ?? Number.POSITIVE_INFINITY;
  const bitOf = new Map(attributes.map(({ code }, index) => [code, failsFirstAttribute << index]));
  const counted = (counts?.attributes ?? []).flatMap(({ code, column, sets }) =>
    column ? [{ values: column.values, sets, others: ~(bitOf.get(code) ?? 0) }] : [],
  );
  const length = places?.length ?? columns.length;
  let total = 0;
  for (let position = 0; position < length; position++) {
    const place = places ? places[position]! : position;
    let failed = 0;
    // A category that came after the tree was read is in none that is chosen.
    if (categories && categories[categoryId[place]!] !== 1) failed |= failsCategory;
    for (let index = 0; index < attributes.length; index++) {
      const { values, isWanted } = attributes[index]!;
      if (isWanted[values[place]!] === 0) failed |= failsFirstAttribute << index;
    }
    const priceHere = price[place]!;
    if (filters.price && (priceHere < least || priceHere > most || priceHere === noColumnPrice))
      failed |= failsPrice;
    const rating = averageRating[place]!;
    if (ratingMin !== undefined && (rating < ratingMin || rating === noColumnRating)) failed |= failsRating;
    if (filters.inStock && inStock[place] === 0) failed |= failsStock;
    if (failed === 0) {
      total++;
      pass(place, position);
    }
    if (!counts) continue;
    if ((failed & ~failsCategory) === 0 && categoryId[place]! < counts.categories.length)
      counts.categories[categoryId[place]!]!++;
    for (let index = 0; index < counted.length; index++) {
      const { values, sets, others } = counted[index]!;
      if ((failed & others) === 0) sets[values[place]!]!++;
    }
    if ((failed & ~failsPrice) === 0 && priceHere !== noColumnPrice) {
      if (priceHere < counts.minPrice) counts.minPrice = priceHere;
      if (priceHere > counts.maxPrice) counts.maxPrice = priceHere;
      counts.currencies[currency[place]!] = 1;
    }
    if ((failed & ~failsRating) === 0) {
      if (rating >= 4) counts.ratings[0]++;
      if (rating >= 3) counts.ratings[1]++;
      if (rating >= 2) counts.ratings[2]++;
    }
    if ((failed & ~failsStock) === 0) counts.inStock += inStock[place]!;
  }
  return total;
}
