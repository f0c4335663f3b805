import type { FacetRequest, SearchFacets, SearchFacetValue } from '../../ports/search-index.ts';
import { valueOfToken, valuesOf } from './attribute-values.ts';
import type { Json } from './connection.ts';
import { allBut, attributeName, type FilterClauses, type FilterName } from './filter-clauses.ts';

const valuesAFacet = 30;
const floors = [4, 3, 2] as const;

/** What the facet of categories counts: the children of the chosen one, or the departments. */
export interface Shelf {
  readonly slug: string;
  readonly name: string;
}

const mostFrequent = (code: string): Json =>
  valuesOf(code, valuesAFacet, [{ _count: 'desc' }, { _key: 'asc' }]);

/** One a filter, named as it. */
const aggregations = (
  shelves: readonly Shelf[],
  { attributes }: FacetRequest,
): Partial<Record<FilterName, Json>> => ({
  category: {
    terms: {
      field: 'category',
      size: Math.max(1, shelves.length),
      include: shelves.map(({ slug }) => slug),
    },
  },
  ...Object.fromEntries(attributes.map((code) => [attributeName(code), mostFrequent(code)])),
  rating: {
    range: {
      field: 'average_rating',
      keyed: true,
      ranges: floors.map((from) => ({ key: String(from), from })),
    },
  },
  price: {
    filter: { exists: { field: 'price_minor' } },
    aggs: {
      range: { stats: { field: 'price_minor' } },
      currency: { terms: { field: 'currency', size: 1, order: { _key: 'asc' } } },
    },
  },
  stock: { filter: { term: { in_stock: true } } },
});

/** A facet whose own filter is not set is counted under all filters, together with the others of that kind. */
const placeOf = (name: FilterName, clauses: FilterClauses): string => (clauses.has(name) ? name : 'all');

/** Exact, since an index is one shard. */
export function facetAggregations(
  clauses: FilterClauses,
  shelves: readonly Shelf[],
  request: FacetRequest,
): Json {
  const places: Record<string, { filter: Json; aggs: Record<string, Json> }> = {};
  for (const [name, aggregation] of Object.entries(aggregations(shelves, request)) as [FilterName, Json][]) {
    const place = placeOf(name, clauses);
    places[place] ??= { filter: allBut(clauses, name), aggs: {} };
    places[place].aggs[name] = aggregation;
  }
  return places;
}

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

interface FacetAggregates {
  readonly category: { readonly buckets: readonly Bucket[] };
  readonly [attribute: `attribute ${string}`]: { readonly buckets: readonly Bucket[] };
  readonly rating: { readonly buckets: Readonly<Record<string, { readonly doc_count: number }>> };
  readonly price: {
    readonly range: { readonly min: number | null; readonly max: number | null };
    readonly currency: { readonly buckets: readonly Bucket[] };
  };
  readonly stock: { readonly doc_count: number };
}

export type FacetAnswer = Readonly<Record<string, FacetAggregates>>;

export function readFacets(
  answer: FacetAnswer,
  clauses: FilterClauses,
  shelves: readonly Shelf[],
  { attributes }: FacetRequest,
): SearchFacets {
  const of = <Name extends FilterName>(name: Name): FacetAggregates[Name] =>
    answer[placeOf(name, clauses)][name];
  const values = (code: string): SearchFacetValue[] =>
    of(attributeName(code)).buckets.map(({ key, doc_count }) => {
      const value = valueOfToken(code, key);
      return { value, label: value, count: doc_count };
    });
  const names = new Map(shelves.map(({ slug, name }) => [slug, name]));
  const { range, currency } = of('price');
  return {
    category: of('category')
      .buckets.map(({ key, doc_count }) => ({ value: key, label: names.get(key) ?? key, count: doc_count }))
      .sort((a, b) => a.label.localeCompare(b.label)),
    attributes: Object.fromEntries(attributes.map((code) => [code, values(code)])),
    rating: floors.map((floor) => ({
      value: String(floor),
      label: `${floor} and up`,
      count: of('rating').buckets[floor].doc_count,
    })),
    price: {
      minMinor: range.min,
      maxMinor: range.max,
      currency: currency.buckets[0]?.key ?? null,
    },
    inStock: of('stock').doc_count,
  };
}
