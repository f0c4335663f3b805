/** @file Finds a text in OpenSearch: with one request for most texts, and up to four for a text that few products match. */
import type { SearchPage, SearchRequest } from '../../ports/search-index.ts';
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
import { type AskedIndex, answerPage } from './answer-page.ts';
import { countMatching } from './ask-whole.ts';
import type { Json } from './connection.ts';
import { meantOf, scoredQuery, stageQuery, type TextQuery } from './text-query.ts';

export async function matchText(
  target: AskedIndex,
  request: SearchRequest,
  text: string,
): Promise<SearchPage> {
  const categories = await target.categories();
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

  /** Asks for the first stage alone, because most texts need no other. */
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
    const answer = await answerPage(target, request, query);
    const { found } = answer.counts;
    const isAll =
      isEnough(answer.counts) || rest.length === 0 || (found > 0 ? rest[0]!.isLastResort : isToBeWhole);
    const counts = isAll ? [] : await countStages(rest, query.meant);
    const chosen = chooseStages(reading.stages, [answer.counts, ...counts]);
    if (!chosen) return undefined;
    return {
      stage: reading.stages.indexOf(chosen.first),
      answer: chosen.last === start ? answer.page : (await answerPage(target, request, queryOf(chosen))).page,
    };
  }

  const found = await findText({ db: target.db, vocabulary, synonyms }, text, askStages);
  if (!found) {
    const nothing = { query: { match_none: {} }, whole: undefined, meant: undefined };
    const { page } = await answerPage(target, request, nothing);
    return { ...page, highlight: () => [], reading: 'as-typed', correction: null };
  }
  const { answer, lexemes, ...taken } = found;
  return {
    ...answer,
    ...taken,
    highlight: (_, title) => highlightTitle(title, lexemes, vocabulary.lexemeOf),
  };
}
