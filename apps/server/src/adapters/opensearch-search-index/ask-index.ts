import type { SearchFacets, SearchPage, SearchRequest } from '../../ports/search-index.ts';
import { askWhole, findMatching, type SearchTarget, type Whole } from './ask-whole.ts';
import type { Json } from './connection.ts';
import { type FacetAnswer, readFacets, type Shelf } from './facet-aggregations.ts';
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
import {
  asCorrected,
  asTyped,
  relaxations,
  type SynonymGroups,
  type TextReading,
  take,
} from './text-reading.ts';
import {
  type CorrectionAnswer,
  correctionRequest,
  correctText,
  readCorrections,
} from './word-corrections.ts';

interface Asked {
  readonly page: SearchPage;
  readonly hasMatch: boolean;
  readonly suggest: CorrectionAnswer;
}

/** One question for most texts, and one for their facets; a text that nothing has takes up to four. */
export async function askIndex(
  target: SearchTarget & {
    readonly synonyms: () => Promise<SynonymGroups>;
    /** The children of a category, or the departments. */
    readonly shelvesOf: (category: string | undefined) => Promise<readonly Shelf[]>;
  },
  request: SearchRequest,
): Promise<SearchPage> {
  const cursor = cursorOf(request);
  const text = request.text?.toWellFormed().trim() || undefined;

  async function askPage(reading: TextReading | undefined, more: Json): Promise<SearchAnswer> {
    const body = { ...searchBody({ request, text, reading }), ...more };
    const beginning = await skipFar(target, body, beginningOf(cursor), request.limit);
    return askWhole(target, {
      ...body,
      ...('after' in beginning ? { search_after: beginning.after } : { from: beginning.skip }),
    });
  }
  async function askFacets(reading: TextReading | undefined): Promise<SearchFacets> {
    const { category } = request.filters;
    const shelves = await target.shelvesOf(category);
    const answer = await askWhole<{ aggregations: FacetAnswer } & Whole>(
      target,
      facetBody(request, reading, shelves),
    );
    return readFacets(answer.aggregations, filterClauses(request.filters), shelves);
  }
  async function ask(reading: TextReading | undefined, more: Json = {}): Promise<Asked> {
    const [answer, facets] = await Promise.all([
      askPage(reading, more),
      request.withFacets ? askFacets(reading) : undefined,
    ]);
    return {
      page: readPage({ answer, facets, request, reading, seen: cursor?.seen ?? 0 }),
      // Whatever the filters left of it.
      hasMatch: (answer.aggregations?.matched.doc_count ?? 0) > 0,
      suggest: answer.suggest ?? {},
    };
  }

  if (text === undefined) return (await ask(undefined)).page;

  const synonyms = await target.synonyms();
  const typed = take(text, synonyms);
  const first = await ask(asTyped(typed), { suggest: correctionRequest(text) });
  if (first.hasMatch) return first.page;

  const corrections = readCorrections(text, first.suggest);
  const corrected = corrections.size > 0 ? take(correctText(text, corrections), synonyms) : undefined;
  if (corrected) {
    const second = await ask(asCorrected(corrected));
    if (second.hasMatch) return second.page;
  }
  const less = relaxations(corrected ?? typed, corrected?.text ?? null);
  const place = await findMatching(
    target,
    less.map(({ query }) => query),
  );
  return place === undefined ? first.page : (await ask(less[place])).page;
}
