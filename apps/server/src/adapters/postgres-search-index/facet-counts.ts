/** @file The counters of the facets, by the numbers of the columns. */
import type { FacetRequest } from '../../ports/search-index.ts';
import {
  type AttributeColumn,
  type CatalogColumns,
  noColumnPrice,
} from '../catalog-in-memory/catalog-columns.ts';
import { failsCategory, failsPrice, failsRating, failsStock, type Judged } from './judge-product.ts';

/** Of one attribute. */
export interface AttributeCounts {
  readonly code: string;
  /** Undefined: no product has it. */
  readonly column: AttributeColumn | undefined;
  /** Products that stand alone, by their set of values. */
  readonly sets: Uint32Array;
  /** Groups, by value. */
  readonly values: Uint32Array;
  /** By value: the last group that had it. */
  readonly seen: Uint32Array;
}

export interface FacetCounts {
  readonly categories: Uint32Array;
  /** Groups that stand in several categories, which `categories` does not count. */
  readonly spread: number[][];
  readonly attributes: readonly AttributeCounts[];
  /** At least 4, 3 and 2. */
  readonly ratings: [number, number, number];
  minPrice: number;
  maxPrice: number;
  /** 1 for each that occurs. */
  readonly currencies: Uint8Array;
  inStock: number;
  readonly group: GroupCounts;
}

/** What has been seen of the group that is being counted. */
interface GroupCounts {
  /** Groups so far. */
  number: number;
  categories: number[];
  rating: number;
  isInStock: boolean;
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
      const values = columns.hasGroups ? (column?.sets.values.length ?? 0) : 0;
      return {
        code,
        column,
        sets: new Uint32Array(column?.sets.size ?? 0),
        values: new Uint32Array(values),
        seen: new Uint32Array(values),
      };
    }),
    ratings: [0, 0, 0],
    minPrice: Number.POSITIVE_INFINITY,
    maxPrice: noColumnPrice,
    currencies: new Uint8Array(columns.currencies.size),
    inStock: 0,
    group: { number: 0, categories: [], rating: 0, isInStock: false },
  };
}

/** An attribute whose facet is counted, and which filters may fail a product that counts there. */
export interface CountedAttribute {
  readonly column: AttributeColumn;
  readonly counts: AttributeCounts;
  readonly others: number;
}

export const countedAttributes = (
  { attributes }: FacetCounts,
  bitOf: (code: string) => number,
): CountedAttribute[] =>
  attributes.flatMap((counts) =>
    counts.column ? [{ column: counts.column, counts, others: ~bitOf(counts.code) }] : [],
  );

interface Counting {
  readonly columns: CatalogColumns;
  readonly counts: FacetCounts;
  readonly attributes: readonly CountedAttribute[];
}

/** A product that stands alone. */
export function addProduct({ columns, counts, attributes }: Counting, place: number, failed: Judged): void {
  if ((failed & ~failsCategory) === 0) {
    const categoryId = columns.categoryId[place]!;
    if (categoryId < counts.categories.length) counts.categories[categoryId]!++;
  }
  for (let index = 0; index < attributes.length; index++) {
    const { column, counts: of, others } = attributes[index]!;
    if ((failed & others) === 0) of.sets[column.values[place]!]!++;
  }
  if ((failed & ~failsPrice) === 0) notePrice(columns, counts, place);
  if ((failed & ~failsRating) === 0) addRating(counts, columns.averageRating[place]!);
  if ((failed & ~failsStock) === 0) counts.inStock += columns.inStock[place]!;
}

export function beginGroup({ group }: FacetCounts): void {
  group.number++;
  group.categories = [];
  group.rating = 0;
  group.isInStock = false;
}

/** A product of the group that was begun last. */
export function noteMember({ columns, counts, attributes }: Counting, place: number, failed: Judged): void {
  const { group } = counts;
  if ((failed & ~failsCategory) === 0) {
    const categoryId = columns.categoryId[place]!;
    if (categoryId < counts.categories.length && !group.categories.includes(categoryId))
      group.categories.push(categoryId);
  }
  for (let index = 0; index < attributes.length; index++) {
    const { column, counts: of, others } = attributes[index]!;
    if ((failed & others) !== 0) continue;
    for (const value of column.sets.valueNumbersOf(column.values[place]!)) {
      if (of.seen[value] === group.number) continue;
      of.seen[value] = group.number;
      of.values[value]!++;
    }
  }
  if ((failed & ~failsPrice) === 0) notePrice(columns, counts, place);
  if ((failed & ~failsRating) === 0) group.rating = Math.max(group.rating, columns.averageRating[place]!);
  if ((failed & ~failsStock) === 0 && columns.inStock[place] === 1) group.isInStock = true;
}

export function addGroup(counts: FacetCounts): void {
  const { categories, rating, isInStock } = counts.group;
  if (categories.length === 1) counts.categories[categories[0]!]!++;
  else if (categories.length > 1) counts.spread.push(categories);
  addRating(counts, rating);
  if (isInStock) counts.inStock++;
}

function notePrice({ price, currency }: CatalogColumns, counts: FacetCounts, place: number): void {
  const priceHere = price[place]!;
  if (priceHere === noColumnPrice) return;
  if (priceHere < counts.minPrice) counts.minPrice = priceHere;
  if (priceHere > counts.maxPrice) counts.maxPrice = priceHere;
  counts.currencies[currency[place]!] = 1;
}

function addRating({ ratings }: FacetCounts, rating: number): void {
  if (rating >= 4) ratings[0]++;
  if (rating >= 3) ratings[1]++;
  if (rating >= 2) ratings[2]++;
}
