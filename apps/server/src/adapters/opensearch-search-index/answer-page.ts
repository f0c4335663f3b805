import type { Database } from '../../platform/postgres/database.ts';
import type { FacetRequest, SearchPage, SearchRequest } from '../../ports/search-index.ts';
import type { StageCounts } from '../search-reading/choose-stages.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import { askWhole, type SearchTarget, type Whole } from './ask-whole.ts';
import type { CategoryName } from './category-repository.ts';
import { beginningOf, cursorOf, facetBody, pageBody, readPage, type SearchAnswer } from './page-request.ts';
import { type FacetAnswer, presentFacets } from './present-facets.ts';
import { resolveFilters } from './resolve-filters.ts';
import { skipFar } from './skip-far.ts';
import type { TextQuery } from './text-query.ts';

export interface AskedIndex extends SearchTarget {
  readonly db: Database;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly synonyms: () => Promise<readonly (readonly string[])[]>;
  readonly categories: () => Promise<readonly CategoryName[]>;
  /** What products get for the popularity of their category, by its number. */
  readonly categoryShares: () => Promise<ReadonlyMap<number, number>>;
}

export type AnsweredPage = Pick<SearchPage, 'productIds' | 'total' | 'wholeTotal' | 'facets' | 'nextCursor'>;

/**
 * A page with its total, and its facets in a second question at the same time.
 * @returns `counts`: what the text found, whatever the filters left of it
 * @throws InvalidSearchCursorError
 */
export async function answerPage(
  target: AskedIndex,
  request: SearchRequest,
  matched: TextQuery | undefined,
): Promise<{ page: AnsweredPage; counts: StageCounts }> {
  const cursor = cursorOf(request);
  const categories = await target.categories();

  async function askPage(): Promise<SearchAnswer> {
    const body = pageBody(request, matched);
    const beginning = await skipFar(target, body, beginningOf(cursor), request.limit);
    return askWhole(target, {
      ...body,
      ...('after' in beginning ? { search_after: beginning.after } : { from: beginning.skip }),
    });
  }
  async function askFacets(wanted: FacetRequest) {
    const { category } = request.filters;
    const shelves = categories.filter(({ parent }) => parent === (category ?? ''));
    const answer = await askWhole<{ aggregations: FacetAnswer } & Whole>(
      target,
      facetBody(request, matched, shelves, wanted),
    );
    return presentFacets(answer.aggregations, resolveFilters(request.filters), shelves, wanted);
  }

  const [answer, facets] = await Promise.all([askPage(), request.facets && askFacets(request.facets)]);
  return {
    page: readPage({ answer, facets, request, seen: cursor?.seen ?? 0 }),
    counts: {
      found: answer.aggregations?.matched.doc_count ?? 0,
      meant: answer.aggregations?.meant.doc_count ?? 0,
    },
  };
}
