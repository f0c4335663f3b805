/** @file What may be a group of synonyms, and when two say the same. */
import type { RequestIssue } from '@kindred/contracts';
import { keyOf, singular, wordsOf } from '../../../ports/search-text.ts';

/** Of one entry: what shoppers type has few more. */
const mostWords = 4;

/** What is wrong with the entries of a group, each by its place in `words`. */
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
    if (words.length === 0) return [refuse('too-few', 'has no word', { min: 1 })];
    if (words.length > mostWords)
      return [refuse('too-many', `has more than ${mostWords} words`, { max: mostWords })];
    const same = entryOf.get(keyOf(words));
    if (same !== undefined) return [refuse('repeated', `reads the same as “${same}”`)];
    entryOf.set(keyOf(words), entry);
    return [];
  });
}

/** The same of two groups whose entries read the same, in whichever order. */
export const keyOfGroup = (entries: readonly string[]): string =>
  [...new Set(entries.map((entry) => keyOf(wordsOf(entry))))].sort().join(' ');

/** Whether one of the entries has all of the words, or reads the same as they do. */
export function hasEntryOf(entries: readonly string[], words: readonly string[]): boolean {
  return entries.map(wordsOf).some((entry) => {
    const forms = new Set(entry.map(singular));
    return keyOf(entry) === keyOf(words) || words.every((word) => forms.has(singular(word)));
  });
}
