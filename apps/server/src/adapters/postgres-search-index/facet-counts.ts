/** @file The facets, by the numbers of the columns. One short loop a facet, over products of which those of a group stand together. */
import type { FacetRequest } from '../../ports/search-index.ts';
import {
  type AttributeColumn,
  type CatalogColumns,
  noColumnPrice,
} from '../catalog-in-memory/catalog-columns.ts';
import type { Visits } from './count-products.ts';
import { failsCategory, failsFirstAttribute, failsPrice, failsRating, failsStock } from './judge-products.ts';
import type { ResolvedFilters } from './resolve-filters.ts';

/** Of one attribute. */
export interface AttributeCounts {
  readonly code: string;
  /** Undefined: no product has it. */
  readonly column: AttributeColumn | undefined;
  /** Items by value. */
  readonly values: Uint32Array;
}

export interface FacetCounts {
  /** Items that stand in one category. */
  readonly categories: Uint32Array;
  /** Groups that stand in several. */
  readonly spread: number[][];
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
    spread: [],
    attributes: attributes.map((code) => {
      const column = columns.attributes.get(code);
      return { code, column, values: new Uint32Array(column?.sets.values.length ?? 0) };
    }),
    ratings: [0, 0, 0],
    minPrice: Number.POSITIVE_INFINITY,
    maxPrice: noColumnPrice,
    currencies: new Uint8Array(columns.currencies.size),
    inStock: 0,
  };
}

interface Counted {
  readonly columns: CatalogColumns;
  readonly filters: ResolvedFilters;
  /** By place: the filters that a product fails. */
  readonly failed: Uint32Array;
  readonly visits: Visits;
}

export function countFacets(counts: FacetCounts, counted: Counted): void {
  const bits = new Map(
    counted.filters.attributes.map(({ code }, index) => [code, failsFirstAttribute << index]),
  );
  for (const attribute of counts.attributes)
    countAttribute(attribute, counted, ~(bits.get(attribute.code) ?? 0));
  countCategories(counts, counted);
  countPrices(counts, counted);
  countRatings(counts, counted);
  countStock(counts, counted);
}

function countAttribute(
  { column, values }: AttributeCounts,
  { failed, visits: { places, items, length } }: Counted,
  others: number,
): void {
  if (!column) return;
  const { values: of, sets } = column;
  if (items) {
    const { singles } = sets;
    /** By value: the last item that had it. */
    const seen = new Int32Array(values.length);
    for (let visit = 0; visit < length; visit++) {
      const place = places[visit]!;
      const set = of[place]!;
      if (set === 0 || (failed[place]! & others) !== 0) continue;
      const item = items[visit]!;
      const single = singles[set]!;
      if (single >= 0) {
        if (seen[single] === item) continue;
        seen[single] = item;
        values[single]!++;
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
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    if ((failed[place]! & others) === 0) bySet[of[place]!]!++;
  }
  for (let set = 1; set < bySet.length; set++)
    if (bySet[set]! > 0) for (const value of sets.valueNumbersOf(set)) values[value]! += bySet[set]!;
}

function countCategories(
  { categories, spread }: FacetCounts,
  { columns: { categoryId }, failed, visits: { places, items, length } }: Counted,
): void {
  let item = 0;
  let ofItem: number[] = [];
  const close = () => {
    if (ofItem.length === 1) categories[ofItem[0]!]!++;
    else if (ofItem.length > 1) spread.push(ofItem);
  };
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    const category = categoryId[place]!;
    if ((failed[place]! & ~failsCategory) !== 0 || category >= categories.length) continue;
    if (!items) categories[category]!++;
    else if (items[visit] !== item) {
      close();
      item = items[visit]!;
      ofItem = [category];
    } else if (!ofItem.includes(category)) ofItem.push(category);
  }
  if (items) close();
}

function countPrices(
  counts: FacetCounts,
  { columns: { price, currency }, failed, visits: { places, length } }: Counted,
): void {
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    const priceHere = price[place]!;
    if ((failed[place]! & ~failsPrice) !== 0 || priceHere === noColumnPrice) continue;
    if (priceHere < counts.minPrice) counts.minPrice = priceHere;
    if (priceHere > counts.maxPrice) counts.maxPrice = priceHere;
    counts.currencies[currency[place]!] = 1;
  }
}

/** A group is rated as one: any of its products that counts says how well. */
function countRatings(
  { ratings }: FacetCounts,
  { columns: { averageRating }, failed, visits: { places, items, length } }: Counted,
): void {
  let item = 0;
  let best = 0;
  const close = () => {
    if (best >= 4) ratings[0]++;
    if (best >= 3) ratings[1]++;
    if (best >= 2) ratings[2]++;
  };
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    if ((failed[place]! & ~failsRating) !== 0) continue;
    const rating = averageRating[place]!;
    if (items?.[visit] === item && item !== 0) {
      if (rating > best) best = rating;
      continue;
    }
    close();
    item = items ? items[visit]! : 0;
    best = rating;
  }
  close();
}

function countStock(
  counts: FacetCounts,
  { columns: { inStock }, failed, visits: { places, items, length } }: Counted,
): void {
  let item = 0;
  for (let visit = 0; visit < length; visit++) {
    const place = places[visit]!;
    if (inStock[place] === 0 || (failed[place]! & ~failsStock) !== 0) continue;
    if (items) {
      if (items[visit] === item) continue;
      item = items[visit]!;
    }
    counts.inStock++;
  }
}
