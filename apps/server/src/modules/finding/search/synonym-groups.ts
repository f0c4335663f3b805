/** @file Which groups of synonyms are valid, and when two groups are the same. */
import type { RequestIssue } from '@kindred/contracts';
import { keyOf, singular, wordsOf } from '../../../ports/search-text.ts';

/** The longest entry, in words. Searches rarely have more words. */
const mostWords = 4;

/** Returns the problems of a group's entries, each with its position in `words`. */
export function findIssues(entries: readonly string[]): RequestIssue[] {
  const entryOf = new Map<string, string>();
  return entries.flatMap((entry, place) => {
    const refuse = (code: string, says: string, params?: Record<string, unknown>): RequestIssue => ({
      in: 'body',
      pointer: `/words/${place}`,
      code,
      ...(params && { params }),
      message: `“${entry}” ${says}`,
    });
    const words = wordsOf(entry);
    if (words.length === 0) return [refuse('too-few', 'contains no word', { min: 1 })];
    if (words.length > mostWords)
      return [refuse('too-many', `has more than ${mostWords} words`, { max: mostWords })];
    const same = entryOf.get(keyOf(words));
    if (same !== undefined) return [refuse('repeated', `reads the same as “${same}”`)];
    entryOf.set(keyOf(words), entry);
    return [];
  });
}

/** Two groups whose entries read the same, in any order, have the same key. */
export const keyOfGroup = (entries: readonly string[]): string =>
  [...new Set(entries.map((entry) => keyOf(wordsOf(entry))))].sort().join(' ');

/** Whether one of the entries has all of the words, or reads the same as they do. */
export function hasEntryOf(entries: readonly string[], words: readonly string[]): boolean {
  return entries.map(wordsOf).some((entry) => {
    const forms = new Set(entry.map(singular));
    return keyOf(entry) === keyOf(words) || words.every((word) => forms.has(singular(word)));
  });
}
