/** @file Counts the facets from the columns, with one short loop per facet. The products of a group are next to each other. */
import { barOf, priceBorders } from '../../ports/price-borders.ts';
import type { FacetRequest } from '../../ports/search-index.ts';
import {
  type AttributeColumn,
  type CatalogColumns,
  noColumnPrice,
} from '../catalog-in-memory/catalog-columns.ts';
import {
  bitsOf,
  failsCategory,
  failsDeals,
  failsFirstAttribute,
  failsPrice,
  failsRating,
  failsStock,
} from './judge-products.ts';
import type { ResolvedFilters } from './resolve-filters.ts';
import { selectVisits, type Visits } from './visits.ts';

/** The counts of one attribute. */
export interface AttributeCounts {
  readonly code: string;
  /** Undefined if no product has the attribute. */
  readonly column: AttributeColumn | undefined;
  /** The number of items by value. */
  readonly values: Uint32Array;
}

export interface FacetCounts {
  /** By category: the items whose products are in one category. */
  readonly categories: Uint32Array;
  /** The categories of each group whose products are in several. */
  readonly spread: number[][];
  readonly attributes: readonly AttributeCounts[];
  /** Items rated at least 4, 3 and 2. */
  readonly ratings: [number, number, number];
  minPrice: number;
  maxPrice: number;
  /** The number of items by bar of prices. */
  readonly bars: Uint32Array;
  /** By currency: 1 if it occurs. */
  readonly currencies: Uint8Array;
  inStock: number;
  deals: number;
}

export function createFacetCounts(
  columns: CatalogColumns,
  categoriesSize: number,
  { attributes }: FacetRequest,
): FacetCounts {
  return {
    categories: new Uint32Array(categoriesSize),
    spread: [],
    attributes: attributes.map((code) => {
      const column = columns.attributes.get(code);
      return { code, column, values: new Uint32Array(column?.sets.values.length ?? 0) };
    }),
    ratings: [0, 0, 0],
    minPrice: Number.POSITIVE_INFINITY,
    maxPrice: noColumnPrice,
    bars: new Uint32Array(priceBorders.length),
    currencies: new Uint8Array(columns.currencies.size),
    inStock: 0,
    deals: 0,
  };
}

interface Counted {
  readonly columns: CatalogColumns;
  readonly filters: ResolvedFilters;
  /** By place: the filters that the product fails, as bits. */
  readonly failed: Uint32Array;
  readonly all: Visits;
  /** The products that fail no filter. */
  readonly passing: Visits;
}

/** Each facet counts the products that pass all filters but its own. */
export function countFacets(counts: FacetCounts, { columns, filters, failed, all, passing }: Counted): void {
  const bits = bitsOf(filters);
  const without = (own: number) => ((bits & own) === 0 ? passing : selectVisits(all, failed, bits & ~own));
  for (const attribute of counts.attributes) {
    const index = filters.attributes.findIndex(({ code }) => code === attribute.code);
    countAttribute(attribute, without(index < 0 ? 0 : failsFirstAttribute << index));
  }
  countCategories(counts, columns, without(failsCategory));
  countPrices(counts, columns, without(failsPrice));
  countRatings(counts, columns, without(failsRating));
  counts.inStock = countMarked(columns.inStock, without(failsStock));
  counts.deals = countMarked(columns.percentOff, without(failsDeals));
}

function countAttribute({ column, values }: AttributeCounts, { places, items, length }: Visits): void {
  if (!column) return;
  const { values: of, sets } = column;
  if (items) {
    const { singles } = sets;
    /** By value: the last item that was counted. */
    const seen = new Int32Array(values.length);
    for (let visit = 0; visit < length; visit++) {
      const place = places[visit]!;
      const set = of[place]!;
      const item = items[place]!;
      const single = singles[set]!;
      if (single >= 0) {
        values[single]! += seen[single] === item ? 0 : 1;
        seen[single] = item;
      } else
        for (const value of sets.valueNumbersOf(set)) {
          if (seen[value] === item) continue;
          seen[value] = item;
          values[value]!++;
        }
    }
    return;
  }
  const bySet = new Uint32Array(sets.size);
  for (let visit = 0; visit < length; visit++) bySet[of[places[visit]!]!]!++;
  for (let set = 1; set < bySet.length; set++)
    if (bySet[set]! > 0) for (const value of sets.valueNumbersOf(set)) values[value]! += bySet[set]!;
}

function countCategories(
  { categories, spread }: FacetCounts,
  { categoryId }: CatalogColumns,
  { places, items, length }: Visits,
): void {
  for (let visit = 0; visit < length; ) {
    const place = places[visit++]!;
    const category = categoryId[place]!;
    let ofItem: number[] | undefined;
    for (; items && visit < length && items[places[visit]!] === items[place]; visit++) {
      const other = categoryId[places[visit]!]!;
      if (other === category) continue;
      ofItem ??= [category];
      if (!ofItem.includes(other)) ofItem.push(other);
    }
    // A category that was added after the tree was read is not counted.
    if (ofItem) spread.push(ofItem.filter((id) => id < categories.length));
    else if (category < categories.length) categories[category]!++;
  }
}

function countPrices(
  counts: FacetCounts,
  { price, currency }: CatalogColumns,
  { places, items, length }: Visits,
): void {
  let { minPrice, maxPrice } = counts;
  const { bars } = counts;
  /** By bar: the last item that was counted. */
  const seen = new Int32Array(bars.length);
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    const priceHere = price[place]!;
    if (priceHere === noColumnPrice) continue;
    if (priceHere < minPrice) minPrice = priceHere;
    if (priceHere > maxPrice) maxPrice = priceHere;
    counts.currencies[currency[place]!] = 1;
    const bar = barOf(priceHere);
    if (items) {
      if (seen[bar] === items[place]) continue;
      seen[bar] = items[place]!;
    }
    bars[bar]!++;
  }
  counts.minPrice = minPrice;
  counts.maxPrice = maxPrice;
}

/** The products of a group share their rating. */
function countRatings(
  { ratings }: FacetCounts,
  { averageRating }: CatalogColumns,
  { places, items, length }: Visits,
): void {
  for (let visit = 0; visit < length; ) {
    const place = places[visit++]!;
    let best = averageRating[place]!;
    for (; items && visit < length && items[places[visit]!] === items[place]; visit++)
      best = Math.max(best, averageRating[places[visit]!]!);
    if (best >= 4) ratings[0]++;
    if (best >= 3) ratings[1]++;
    if (best >= 2) ratings[2]++;
  }
}

/** Items with a product whose mark is not 0. */
function countMarked(marks: Uint8Array, { places, items, length }: Visits): number {
  let count = 0;
  let item = 0;
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    if (marks[place] === 0) continue;
    if (items) {
      if (items[place] === item) continue;
      item = items[place]!;
    }
    count++;
  }
  return count;
}
