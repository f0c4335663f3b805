import { priceBorders } from '../../ports/price-borders.ts';
import type { FacetRequest } from '../../ports/search-index.ts';
import { valuesOf } from './attribute-values.ts';
import type { Json } from './connection.ts';
import { amongProducts, countItems, field, havingProduct } from './nested-products.ts';
import { allBut, attributeName, type FilterName, type ResolvedFilters } from './resolve-filters.ts';
import type { TextQuery } from './text-query.ts';

const valuesAFacet = 30;
export const floors = [4, 3, 2] as const;

/** A category in the facet: a child of the chosen category, or a department. */
export interface Shelf {
  readonly slug: string;
  readonly name: string;
}

const mostFrequent = (code: string): Json => ({
  ...valuesOf(code, valuesAFacet, [{ items: 'desc' }, { _key: 'asc' }]),
  aggs: countItems,
});

/** One aggregation per filter, under the filter's name. */
const aggregations = (
  shelves: readonly Shelf[],
  { attributes }: FacetRequest,
): Partial<Record<FilterName, Json>> => ({
  category: {
    terms: {
      field: field('category'),
      size: Math.max(1, shelves.length),
      include: shelves.map(({ slug }) => slug),
    },
    aggs: countItems,
  },
  ...Object.fromEntries(attributes.map((code) => [attributeName(code), mostFrequent(code)])),
  rating: {
    range: {
      field: field('average_rating'),
      keyed: true,
      ranges: floors.map((from) => ({ key: String(from), from })),
    },
    aggs: countItems,
  },
  price: {
    filter: { exists: { field: field('price_minor') } },
    aggs: {
      range: { stats: { field: field('price_minor') } },
      currency: { terms: { field: field('currency'), size: 1, order: { _key: 'asc' } } },
      bars: {
        range: {
          field: field('price_minor'),
          ranges: priceBorders.slice(1).map((to, bar) => ({ from: priceBorders[bar], to })),
        },
        aggs: countItems,
      },
    },
  },
  stock: { filter: { term: { [field('in_stock')]: true } }, aggs: countItems },
  deals: { filter: { range: { [field('percent_off')]: { gt: 0 } } }, aggs: countItems },
});

/** Facets whose own filter is not set are counted together, under all filters. */
export const placeOf = (name: FilterName, clauses: ResolvedFilters): string =>
  clauses.has(name) ? name : 'all';

/** Aggregations of products under the places of their filters. They are exact, because an index has one shard. */
function countFacets(
  clauses: ResolvedFilters,
  shelves: readonly Shelf[],
  request: FacetRequest,
): Record<string, Json> {
  const places: Record<string, { filter: Json; aggs: Record<string, Json> }> = {};
  for (const [name, aggregation] of Object.entries(aggregations(shelves, request)) as [FilterName, Json][]) {
    const place = placeOf(name, clauses);
    places[place] ??= { filter: allBut(clauses, name), aggs: {} };
    places[place].aggs[name] = aggregation;
  }
  return places;
}

export interface CountRequest {
  readonly text: TextQuery | undefined;
  readonly filters: ResolvedFilters;
  readonly shelves: readonly Shelf[];
  /** Undefined if no facets are requested. */
  readonly facets: FacetRequest | undefined;
}

/** A request apart from the page, because the server caches these counts until the index changes. */
export function countProducts({ text, filters, shelves, facets }: CountRequest): Json {
  const countOf = (query: Json): Json => ({ filter: query, aggs: countItems });
  const aggs = {
    ...(text?.meant && { meant: countOf(text.meant) }),
    ...(text?.whole && { whole: countOf({ bool: { filter: [text.whole, allBut(filters)] } }) }),
    ...(facets && countFacets(filters, shelves, facets)),
  };
  return {
    query: { bool: { filter: text ? [havingProduct(text.query)] : [] } },
    size: 0,
    track_total_hits: true,
    aggs: { products: amongProducts({ matched: { filter: text?.query ?? { match_all: {} }, aggs } }) },
  };
}
