import type { Database } from '../../platform/postgres/database.ts';
import type { SearchPage, SearchRequest } from '../../ports/search-index.ts';
import type { StageCounts } from '../search-reading/choose-stages.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import { askWhole, type SearchTarget, type Whole } from './ask-whole.ts';
import type { CategoryName } from './category-repository.ts';
import { countProducts } from './count-products.ts';
import type { CountedItems } from './nested-products.ts';
import { beginningOf, cursorOf, listRequest, type PageAnswer, pageBody, readPage } from './page-request.ts';
import { type FacetAnswer, presentFacets } from './present-facets.ts';
import { resolveFilters } from './resolve-filters.ts';
import { skipFar } from './skip-far.ts';
import type { TextQuery } from './text-query.ts';

export interface AskedIndex extends SearchTarget {
  readonly db: Database;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly synonyms: () => Promise<readonly (readonly string[])[]>;
  readonly categories: () => Promise<readonly CategoryName[]>;
  /** The points of products for the popularity of their category, by its number. */
  readonly categoryShares: () => Promise<ReadonlyMap<number, number>>;
}

export type AnsweredPage = Pick<SearchPage, 'productIds' | 'total' | 'wholeTotal' | 'facets' | 'nextCursor'>;

interface CountAnswer extends Whole {
  /** The items that the text found, before any filter. */
  readonly hits: { readonly total: { readonly value: number } };
  readonly aggregations: {
    readonly products: {
      readonly matched: { readonly meant?: CountedItems; readonly whole?: CountedItems } & FacetAnswer;
    };
  };
}

/**
 * Asks for a page with its total, and concurrently for the other counts in a second request.
 * @returns `counts`: the items that the text found, before any filter
 * @throws InvalidSearchCursorError
 */
export async function answerPage(
  target: AskedIndex,
  request: SearchRequest,
  text: TextQuery | undefined,
): Promise<{ page: AnsweredPage; counts: StageCounts }> {
  const cursor = cursorOf(request);
  const filters = resolveFilters(request.filters);
  const categories = await target.categories();
  const shelves = categories.filter(({ parent }) => parent === (request.filters.category ?? ''));
  const { facets } = request;

  async function askPage(): Promise<PageAnswer> {
    const list = listRequest(request, text);
    const beginning = await skipFar(target, list, beginningOf(request, cursor), request.limit);
    return askWhole(target, pageBody(list, beginning, request.limit));
  }
  async function askCounts(): Promise<CountAnswer> {
    return askWhole<CountAnswer>(target, countProducts({ text, filters, shelves, facets }));
  }

  const [answer, counted] = await Promise.all([askPage(), text || facets ? askCounts() : undefined]);
  const matched = counted?.aggregations.products.matched;
  const found = counted?.hits.total.value ?? 0;
  return {
    page: readPage({
      answer,
      whole: matched?.whole?.items.doc_count,
      facets: matched && facets && presentFacets(matched, filters, shelves, facets),
      request,
      seen: cursor?.seen ?? request.offset ?? 0,
    }),
    counts: { found, meant: matched?.meant?.items.doc_count ?? found },
  };
}
