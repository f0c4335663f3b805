import type { FacetRequest } from '../../ports/search-index.ts';
import { valuesOf } from './attribute-values.ts';
import type { Json } from './connection.ts';
import { allBut, attributeName, type FilterName, type ResolvedFilters } from './resolve-filters.ts';

const valuesAFacet = 30;
export const floors = [4, 3, 2] as const;

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
export const placeOf = (name: FilterName, clauses: ResolvedFilters): string =>
  clauses.has(name) ? name : 'all';

/** The aggregations that count, named as the places of their filters. Exact, since an index is one shard. */
export function countProducts(
  clauses: ResolvedFilters,
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
