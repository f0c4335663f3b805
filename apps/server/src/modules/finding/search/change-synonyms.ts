import type { SynonymGroup, SynonymList, SynonymQuery } from '@kindred/contracts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { wordsOf } from '../../../ports/search-text.ts';
import { searchProblem } from './search-errors.ts';
import { findIssues, hasEntryOf, keyOfGroup } from './synonym-groups.ts';
import { findGroups, insertGroup, lockGroups, removeGroup, updateGroup } from './synonym-repository.ts';

/** Every node keeps them in memory, and every search looks through them. */
const mostGroups = 5_000;

/** @throws ProblemError `invalid-cursor` */
export async function listSynonyms(db: Database, query: SynonymQuery): Promise<SynonymList> {
  const { q = '', limit = 25, cursor } = query;
  const words = wordsOf(q);
  const [afterId] = cursor === undefined ? [0] : (decodeCursor(cursor, ['int4']) as [number]);
  const isFiltered = q.trim() !== '';
  const groups = await findGroups(db, { afterId, limit: isFiltered ? undefined : limit + 1 });
  const found = isFiltered
    ? groups.filter((group) => words.length > 0 && hasEntryOf(group.words, words))
    : groups;
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: last && found.length > limit ? encodeCursor([last.synonyms_id]) : null };
}

/** @throws ProblemError `invalid-request`, `synonyms-exist`, `too-many-synonyms` */
export async function addSynonyms(db: Database, words: readonly string[]): Promise<SynonymGroup> {
  requireGood(words);
  return withTransaction(db, async (tx) => {
    const groups = await lockGroups(tx);
    refuseTwins(words, groups);
    if (groups.length >= mostGroups)
      throw searchProblem(
        'too-many-synonyms',
        `A shop has at most ${mostGroups} groups of synonyms: delete one, or add the words to another.`,
      );
    return insertGroup(tx, words);
  });
}

/** @throws ProblemError `invalid-request`, `synonyms-not-found`, `synonyms-exist` */
export async function replaceSynonyms(
  db: Database,
  synonymsId: number,
  words: readonly string[],
): Promise<SynonymGroup> {
  requireGood(words);
  return withTransaction(db, async (tx) => {
    const groups = await lockGroups(tx);
    if (!groups.some(({ synonyms_id }) => synonyms_id === synonymsId)) throw notFound(synonymsId);
    refuseTwins(
      words,
      groups.filter(({ synonyms_id }) => synonyms_id !== synonymsId),
    );
    return updateGroup(tx, synonymsId, words);
  });
}

/** @throws ProblemError `synonyms-not-found` */
export async function deleteSynonyms(db: Database, synonymsId: number): Promise<void> {
  if (!(await removeGroup(db, synonymsId))) throw notFound(synonymsId);
}

function requireGood(words: readonly string[]): void {
  const issues = findIssues(words);
  if (issues.length > 0) throw invalidRequest(issues);
}

function refuseTwins(words: readonly string[], groups: readonly SynonymGroup[]): void {
  const key = keyOfGroup(words);
  const twin = groups.find((group) => keyOfGroup(group.words) === key);
  if (twin)
    throw searchProblem(
      'synonyms-exist',
      `Group ${twin.synonyms_id} has the same words: ${twin.words.join(', ')}.`,
    );
}

const notFound = (synonymsId: number) =>
  searchProblem('synonyms-not-found', `The group of synonyms ${synonymsId} does not exist.`);
