import type { Database } from '../../platform/postgres/database.ts';
import type { FacetRequest, SearchFacets, SearchPage, SearchRequest } from '../../ports/search-index.ts';
import {
  type ChosenStages,
  chooseStages,
  few,
  isEnough,
  type StageCounts,
} from '../search-reading/choose-stages.ts';
import { findText } from '../search-reading/find-text.ts';
import { highlightTitle } from '../search-reading/highlight-title.ts';
import { readLearned } from '../search-reading/learned-products.ts';
import type { Stage, TextReading } from '../search-reading/read-text.ts';
import type { Vocabulary } from '../search-reading/vocabulary.ts';
import { askWhole, countMatching, type SearchTarget, type Whole } from './ask-whole.ts';
import type { CategoryName } from './category-repository.ts';
import type { Json } from './connection.ts';
import { type FacetAnswer, readFacets } from './facet-aggregations.ts';
import { filterClauses } from './filter-clauses.ts';
import {
  beginningOf,
  cursorOf,
  facetBody,
  readPage,
  type SearchAnswer,
  searchBody,
} from './search-request.ts';
import { skipFar } from './skip-far.ts';
import { meantOf, scoredQuery, stageQuery } from './text-query.ts';

export interface AskedIndex extends SearchTarget {
  readonly db: Database;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly synonyms: () => Promise<readonly (readonly string[])[]>;
  readonly categories: () => Promise<readonly CategoryName[]>;
  /** What products get for the popularity of their category, by its number. */
  readonly categoryShares: () => Promise<ReadonlyMap<number, number>>;
}

/** What is asked of the index. */
export interface TextQuery {
  readonly query: Json;
  /** What has all of the text; undefined: all that it finds. */
  readonly whole: Json | undefined;
  /** What the text names, and not only has its word; undefined: all that it finds. */
  readonly meant: Json | undefined;
}

type AskedPage = Omit<SearchPage, 'highlight' | 'reading' | 'correction'>;

/** One question for most texts, and one for their facets; a text that few products have takes up to four. */
export async function askIndex(target: AskedIndex, request: SearchRequest): Promise<SearchPage> {
  const cursor = cursorOf(request);
  const categories = await target.categories();

  async function askPage(text: TextQuery | undefined): Promise<SearchAnswer> {
    const body = searchBody(request, text);
    const beginning = await skipFar(target, body, beginningOf(cursor), request.limit);
    return askWhole(target, {
      ...body,
      ...('after' in beginning ? { search_after: beginning.after } : { from: beginning.skip }),
    });
  }
  async function askFacets(text: TextQuery | undefined, facets: FacetRequest): Promise<SearchFacets> {
    const { category } = request.filters;
    const shelves = categories.filter(({ parent }) => parent === (category ?? ''));
    const answer = await askWhole<{ aggregations: FacetAnswer } & Whole>(
      target,
      facetBody(request, text, shelves, facets),
    );
    return readFacets(answer.aggregations, filterClauses(request.filters), shelves, facets);
  }
  async function ask(text: TextQuery | undefined): Promise<{ page: AskedPage; counts: StageCounts }> {
    const [answer, facets] = await Promise.all([
      askPage(text),
      request.facets && askFacets(text, request.facets),
    ]);
    return {
      page: readPage({ answer, facets, request, seen: cursor?.seen ?? 0 }),
      // Whatever the filters left of it.
      counts: {
        found: answer.aggregations?.matched.doc_count ?? 0,
        meant: answer.aggregations?.meant.doc_count ?? 0,
      },
    };
  }

  const text = request.text?.trim();
  if (!text) return { ...(await ask(undefined)).page, highlight: () => [], reading: null, correction: null };
  const [vocabulary, synonyms] = await Promise.all([target.vocabulary(), target.synonyms()]);

  async function countStages(stages: readonly Stage[], meant: Json | undefined): Promise<StageCounts[]> {
    const queries = stages.map(stageQuery);
    const counts = await countMatching(
      target,
      [...queries, ...(meant ? queries.map((query) => meantOf(query, meant)) : [])],
      few,
    );
    return stages.map((_, at) => ({ found: counts[at]!, meant: counts[at + (meant ? stages.length : 0)]! }));
  }

  /** The first stage is asked at once: most texts need no other. */
  async function askStages(
    reading: TextReading,
    { title, key, isToBeWhole }: { title: string | undefined; key: string; isToBeWhole: boolean },
  ) {
    const [start, ...rest] = reading.stages;
    const [learned, categoryShares] = await Promise.all([
      readLearned(target.db, key),
      target.categoryShares(),
    ]);
    const queryOf = ({ first, last }: ChosenStages): TextQuery =>
      scoredQuery(reading, { first, last, title, learned }, { categories, categoryShares, vocabulary });
    const query = queryOf({ first: start!, last: start! });
    const answer = await ask(query);
    const { found } = answer.counts;
    const isAll =
      isEnough(answer.counts) || rest.length === 0 || (found > 0 ? rest[0]!.isLastResort : isToBeWhole);
    const counts = isAll ? [] : await countStages(rest, query.meant);
    const chosen = chooseStages(reading.stages, [answer.counts, ...counts]);
    if (!chosen) return undefined;
    return {
      stage: reading.stages.indexOf(chosen.first),
      answer: chosen.last === start ? answer.page : (await ask(queryOf(chosen))).page,
    };
  }

  const found = await findText({ db: target.db, vocabulary, synonyms }, text, askStages);
  if (!found) {
    const nothing = { query: { match_none: {} }, whole: undefined, meant: undefined };
    return { ...(await ask(nothing)).page, highlight: () => [], reading: 'as-typed', correction: null };
  }
  const { answer, lexemes, ...taken } = found;
  return {
    ...answer,
    ...taken,
    highlight: (_, title) => highlightTitle(title, lexemes, vocabulary.lexemeOf),
  };
}
