/**
 * @file One pass over the products that a text matched, or over all: what passes every filter is handed on, and each facet counts
 * what passes all filters but its own. A product that fails two filters counts nowhere; one that fails a single filter counts in
 * that filter's facet alone.
 */
import { type CatalogColumns, noColumnPrice, noColumnRating } from '../catalog-in-memory/catalog-columns.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

const failsCategory = 1;
const failsBrand = 2;
const failsColor = 4;
const failsPrice = 8;
const failsRating = 16;
const failsStock = 32;

/** By the numbers of the columns. */
export interface FacetCounts {
  readonly categories: Uint32Array;
  readonly brands: Uint32Array;
  readonly colors: Uint32Array;
  /** At least 4, 3 and 2. */
  readonly ratings: [number, number, number];
  minPrice: number;
  maxPrice: number;
  /** 1 for each that occurs. */
  readonly currencies: Uint8Array;
  inStock: number;
}

export function createFacetCounts(columns: CatalogColumns, categoriesSize: number): FacetCounts {
  return {
    categories: new Uint32Array(categoriesSize),
    brands: new Uint32Array(columns.brands.size),
    colors: new Uint32Array(columns.colors.size),
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
  const { categoryId, brand, color, price, averageRating, inStock, currency } = columns;
  const { categories, brands, colors, ratingMin } = filters;
  const least = filters.price?.min ?? Number.NEGATIVE_INFINITY;
  const most = filters.price?.max ?? Number.POSITIVE_INFINITY;
  const length = places?.length ?? columns.length;
  let total = 0;
  for (let position = 0; position < length; position++) {
    const place = places ? places[position]! : position;
    let failed = 0;
    // A category that came after the tree was read is in none that is chosen.
    if (categories && categories[categoryId[place]!] !== 1) failed |= failsCategory;
    if (brands && brands[brand[place]!] === 0) failed |= failsBrand;
    if (colors && colors[color[place]!] === 0) failed |= failsColor;
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
    if ((failed & ~failsBrand) === 0) counts.brands[brand[place]!]!++;
    if ((failed & ~failsColor) === 0) counts.colors[color[place]!]!++;
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
