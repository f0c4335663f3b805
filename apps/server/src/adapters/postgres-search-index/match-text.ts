/** @file Finds the products that match a text in PostgreSQL, with their scores. */
import type { Database } from '../../platform/postgres/database.ts';
import type { SearchReading } from '../../ports/search-index.ts';
import type { Catalog } from '../catalog-in-memory/catalog-follower.ts';
import { isFollowedByLess } from '../search-reading/choose-stages.ts';
import { findText, type Names, namesOf } from '../search-reading/find-text.ts';
import { addLearned, pointsOf } from '../search-reading/learned-products.ts';
import type { ReadingContext } from '../search-reading/read-parts.ts';
import { readMeant } from './meant-things.ts';
import { type FoundByText, matchStages } from './text-match-repository.ts';
import { adjacentQueries, nameQuery, stageQuery, thingQuery, tierQueries } from './text-query.ts';

export interface TextMatch {
  readonly reading: SearchReading;
  readonly correction: string | null;
  readonly productIds: Int32Array;
  readonly scores: Float32Array;
  readonly traits: Uint8Array;
  /** Products with the whole text are followed by products with less of it. */
  readonly isFollowed: boolean;
  /** The lexemes with which a title's words are compared. */
  readonly lexemes: ReadonlySet<string>;
  /** Names for the thing that the text names. Categories with these names are preferred. */
  readonly names: Names;
}

const nothing: TextMatch = {
  reading: 'as-typed',
  correction: null,
  productIds: new Int32Array(0),
  scores: new Float32Array(0),
  traits: new Uint8Array(0),
  isFollowed: false,
  lexemes: new Set(),
  names: { whole: [], head: [], besides: [] },
};

export async function matchText(
  context: Omit<ReadingContext, 'variants'> & { db: Database },
  { columns, tree }: Catalog,
  text: string,
): Promise<TextMatch> {
  const found = await findText(context, text, async (reading, { title, key, isToBeWhole }) => {
    const { parts, stages } = reading;
    const names = namesOf(reading);
    const queries = {
      stages: stages.map((one) => ({ query: stageQuery(one), isLastResort: one.isLastResort })),
      parts: parts.map(tierQueries),
      adjacent: adjacentQueries(parts),
      name: nameQuery(parts, context.vocabulary.language),
      thing: thingQuery(parts),
      title: title ?? '',
      key,
      isToBeWhole,
    };
    const hasMeant = ({ productIds, traits }: FoundByText): boolean => {
      const { isMeant } = readMeant(names, tree, context.vocabulary);
      return productIds.some((id, at) => {
        const place = columns.placeOf(id);
        return place >= 0 && isMeant(traits[at]!, columns.categoryId[place]!);
      });
    };
    let found = await matchStages(context.db, queries, 0);
    for (let next = found.lastStage! + 1; stages[next]?.isLastResort === false && !hasMeant(found); next++)
      found = await matchStages(context.db, queries, next);
    const { stage, lastStage, learned, ...match } = found;
    addLearned(match, pointsOf(learned));
    if (stage === undefined) return undefined;
    const isFollowed = isFollowedByLess(stages[stage]!, stages[lastStage!]!);
    return { stage, answer: { ...match, isFollowed, names } };
  });
  if (!found) return nothing;
  const { answer, ...taken } = found;
  return { ...answer, ...taken };
}
