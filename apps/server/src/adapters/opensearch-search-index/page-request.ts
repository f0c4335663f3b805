import { decodeSearchCursor, encodeSearchCursor, type SearchCursor } from '../../ports/search-cursor.ts';
import type { SearchFacets, SearchRequest, SearchSort } from '../../ports/search-index.ts';
import type { AnsweredPage } from './answer-page.ts';
import type { Whole } from './ask-whole.ts';
import type { Json } from './connection.ts';
import { firstProduct, firstProductOf, havingProduct, type WithFirstProduct } from './nested-products.ts';
import { allBut, resolveFilters } from './resolve-filters.ts';
import { sortOrder } from './sort-order.ts';
import type { TextQuery } from './text-query.ts';

export interface SearchAnswer extends Whole {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly {
      readonly sort: readonly [key: number, itemId: number];
    }[];
  };
}

export interface PageAnswer extends SearchAnswer {
  readonly hits: {
    readonly total: { readonly value: number };
    readonly hits: readonly (SearchAnswer['hits']['hits'][number] & WithFirstProduct)[];
  };
}

/** Where the page begins: after an item that this engine returned, or after a number of items. */
export type Beginning = { readonly after: readonly [number, number] } | { readonly skip: number };

export function beginningOf(
  { offset = 0 }: Pick<SearchRequest, 'offset'>,
  cursor: SearchCursor | undefined,
): Beginning {
  if (cursor === undefined) return { skip: offset };
  if (cursor.sort === 'relevance' && cursor.engine !== 'opensearch') return { skip: cursor.seen };
  return { after: [cursor.key, cursor.itemId] };
}

const effectiveSort = ({ sort }: SearchRequest, hasText: boolean): SearchSort =>
  sort === 'relevance' && !hasText ? 'popularity' : sort;

/** A cursor contains the requested sort. */
export const cursorOf = ({ cursor, sort }: SearchRequest): SearchCursor | undefined =>
  cursor === undefined ? undefined : decodeSearchCursor(cursor, sort);

/** Which products are listed, and in which order. */
export interface ListRequest {
  /** Matches the products that pass all filters and the text. */
  readonly passing: Json;
  readonly sort: SearchSort;
}

export function listRequest(request: SearchRequest, text: TextQuery | undefined): ListRequest {
  const filter = allBut(resolveFilters(request.filters));
  return {
    passing: text ? { bool: { must: [text.query], filter: [filter] } } : filter,
    sort: effectiveSort(request, text !== undefined),
  };
}

export function pageBody({ passing, sort }: ListRequest, beginning: Beginning, limit: number): Json {
  const { items, products } = sortOrder(sort, passing);
  return {
    query: havingProduct(passing, firstProduct(products, ['product_id'])),
    sort: items,
    ...('after' in beginning ? { search_after: beginning.after } : { from: beginning.skip }),
    // One more item shows whether the list has another page.
    size: limit + 1,
    track_total_hits: true,
  };
}

export function readPage({
  answer,
  whole,
  facets,
  request,
  seen,
}: {
  answer: PageAnswer;
  /** How many items match the whole text. Undefined if there is no difference. */
  whole: number | undefined;
  facets: SearchFacets | undefined;
  request: SearchRequest;
  seen: number;
}): AnsweredPage {
  const hits = answer.hits.hits.slice(0, request.limit);
  const last = hits.at(-1);
  const goesOn = answer.hits.hits.length > request.limit;
  return {
    productIds: hits.map((hit) => firstProductOf<{ product_id: number }>(hit).product_id),
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
