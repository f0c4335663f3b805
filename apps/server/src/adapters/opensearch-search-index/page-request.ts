import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from '../../ports/search-cursor.ts';
import type { FacetRequest, SearchFacets, SearchRequest, SearchSort } from '../../ports/search-index.ts';
import type { AnsweredPage } from './answer-page.ts';
import type { Json } from './connection.ts';
import { countProducts, type Shelf } from './count-products.ts';
import { allBut, resolveFilters } from './resolve-filters.ts';
import { sortOrder } from './sort-order.ts';
import type { TextQuery } from './text-query.ts';

export interface SearchAnswer {
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number };
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly {
      readonly sort: readonly [key: number, productId: number];
    }[];
  };
  /** Of a text. */
  readonly aggregations?: {
    readonly matched: { readonly doc_count: number };
    readonly meant: { readonly doc_count: number };
    readonly whole?: { readonly doc_count: number };
  };
}

/** Where the page begins: after a product that this engine gave, or behind as many as the other one gave. */
export type Beginning = { readonly after: readonly [number, number] } | { readonly skip: number };

export function beginningOf(cursor: SearchCursor | undefined): Beginning {
  if (cursor === undefined) return { skip: 0 };
  if (cursor.sort === 'relevance' && cursor.engine !== 'opensearch') return { skip: cursor.seen };
  return { after: [cursor.key, cursor.itemId] };
}

const effectiveSort = ({ sort }: SearchRequest, hasText: boolean): SearchSort =>
  sort === 'relevance' && !hasText ? 'popularity' : sort;

/** A cursor carries the sort that was asked for. */
export const cursorOf = ({ cursor, sort }: SearchRequest): SearchCursor | undefined =>
  cursor === undefined ? undefined : decodeSearchCursor(cursor, sort);

export function pageBody(request: SearchRequest, text: TextQuery | undefined): Json {
  const filter = allBut(resolveFilters(request.filters));
  const countOf = (query: Json): Json => ({ filter: query });
  return {
    // Filters stand behind a text, so that what it matched can be told from what they left.
    ...(text
      ? {
          query: text.query,
          post_filter: filter,
          aggs: {
            matched: countOf({ match_all: {} }),
            meant: countOf(text.meant ?? { match_all: {} }),
            ...(text.whole && { whole: countOf({ bool: { filter: [text.whole, filter] } }) }),
          },
        }
      : { query: filter }),
    sort: sortOrder(effectiveSort(request, text !== undefined)),
    // One more tells whether the list goes on.
    size: request.limit + 1,
    track_total_hits: true,
    _source: false,
  };
}

/** Apart from the page: the server remembers what it counted until the index changes. */
export const facetBody = (
  { filters }: SearchRequest,
  text: TextQuery | undefined,
  shelves: readonly Shelf[],
  facets: FacetRequest,
): Json => ({
  query: { bool: { filter: text ? [text.query] : [] } },
  size: 0,
  track_total_hits: false,
  aggs: countProducts(resolveFilters(filters), shelves, facets),
});

export function readPage({
  answer,
  facets,
  request,
  seen,
}: {
  answer: SearchAnswer;
  facets: SearchFacets | undefined;
  request: SearchRequest;
  seen: number;
}): AnsweredPage {
  const hits = answer.hits.hits.slice(0, request.limit);
  const last = hits.at(-1);
  const whole = answer.aggregations?.whole?.doc_count;
  const goesOn = answer.hits.hits.length > request.limit;
  return {
    productIds: hits.map(({ sort }) => sort[1]),
    total: answer.hits.total.value,
    wholeTotal: whole === undefined || whole === answer.hits.total.value ? null : whole,
    facets,
    nextCursor:
      last && goesOn
        ? encodeSearchCursor({
            engine: 'opensearch',
            sort: request.sort,
            key: last.sort[0],
            itemId: last.sort[1],
            seen: seen + hits.length,
          })
        : null,
  };
}
