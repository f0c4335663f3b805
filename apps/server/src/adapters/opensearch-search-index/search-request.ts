import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from '../../ports/search-cursor.ts';
import type {
  SearchFacets,
  SearchPage,
  SearchRequest,
  SearchSort,
  TextRange,
} from '../../ports/search-index.ts';
import type { Json } from './connection.ts';
import { facetAggregations, type Shelf } from './facet-aggregations.ts';
import { allBut, filterClauses } from './filter-clauses.ts';
import { sortOrder } from './sort-order.ts';
import type { TextReading } from './text-reading.ts';
import { highlightRequest, readHighlight } from './title-highlights.ts';
import type { CorrectionAnswer } from './word-corrections.ts';

export interface SearchAnswer {
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number };
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly {
      readonly sort: readonly [key: number, productId: number];
      readonly highlight?: { readonly title?: readonly [string] };
    }[];
  };
  /** Of a text. */
  readonly aggregations?: { readonly matched: { readonly doc_count: number } };
  readonly suggest?: CorrectionAnswer;
}

/** Where the page begins: after a product that this engine gave, or behind as many as the other one gave. */
export type Beginning = { readonly after: readonly [number, number] } | { readonly skip: number };

export function beginningOf(cursor: SearchCursor | undefined): Beginning {
  if (cursor === undefined) return { skip: 0 };
  if (cursor.sort === 'relevance' && cursor.engine !== 'opensearch') return { skip: cursor.seen };
  return { after: [cursor.key, cursor.productId] };
}

const effectiveSort = ({ sort }: SearchRequest, text: string | undefined): SearchSort =>
  sort === 'relevance' && text === undefined ? 'popularity' : sort;

/** A cursor carries the sort that was asked for. */
export const cursorOf = ({ cursor, sort }: SearchRequest): SearchCursor | undefined =>
  cursor === undefined ? undefined : decodeSearchCursor(cursor, sort);

export function searchBody({
  request,
  text,
  reading,
}: {
  request: SearchRequest;
  text: string | undefined;
  reading: TextReading | undefined;
}): Json {
  const filter = allBut(filterClauses(request.filters));
  return {
    // Filters stand behind a text, so that what it matched can be told from what they left.
    ...(reading
      ? {
          query: reading.query,
          post_filter: filter,
          aggs: { matched: { filter: { match_all: {} } } },
          highlight: highlightRequest,
        }
      : { query: filter }),
    sort: sortOrder(effectiveSort(request, text)),
    // One more tells whether the list goes on.
    size: request.limit + 1,
    track_total_hits: true,
    _source: false,
  };
}

/** Apart from the page: the server remembers what it counted until the index changes. */
export const facetBody = (
  { filters }: SearchRequest,
  reading: TextReading | undefined,
  shelves: readonly Shelf[],
): Json => ({
  query: { bool: { filter: reading ? [reading.query] : [] } },
  size: 0,
  track_total_hits: false,
  aggs: facetAggregations(filterClauses(filters), shelves),
});

export function readPage({
  answer,
  facets,
  request,
  reading,
  seen,
}: {
  answer: SearchAnswer;
  facets: SearchFacets | undefined;
  request: SearchRequest;
  reading: TextReading | undefined;
  seen: number;
}): SearchPage {
  const hits = answer.hits.hits.slice(0, request.limit);
  const last = hits.at(-1);
  const highlights = new Map(
    hits.flatMap(({ sort, highlight }): [number, TextRange[]][] =>
      highlight?.title ? [[sort[1], readHighlight(highlight.title[0])]] : [],
    ),
  );
  const goesOn = answer.hits.hits.length > request.limit;
  return {
    productIds: hits.map(({ sort }) => sort[1]),
    highlight: (productId) => highlights.get(productId) ?? [],
    total: answer.hits.total.value,
    facets,
    nextCursor:
      last && goesOn
        ? encodeSearchCursor({
            engine: 'opensearch',
            sort: request.sort,
            key: last.sort[0],
            productId: last.sort[1],
            seen: seen + hits.length,
          })
        : null,
    reading: reading?.reading ?? null,
    correction: reading?.correction ?? null,
  };
}
