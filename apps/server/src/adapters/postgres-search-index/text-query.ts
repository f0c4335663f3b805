/** @file Search texts as PostgreSQL's tsquery. Words are letters and digits alone, so that nothing in them is an operator. */
import type { TextPart } from '../../ports/search-text.ts';

/** Other spellings of a word that will do too. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

const none: Spellings = new Map();

const quoted = (word: string): string => `'${word}'`;
const anyOf = (terms: readonly string[]): string =>
  terms.length === 1 ? terms[0]! : `(${terms.join(' | ')})`;
const allOf = (terms: readonly string[]): string =>
  terms.length === 1 ? terms[0]! : `(${terms.join(' & ')})`;
const phraseOf = (terms: readonly string[]): string =>
  terms.length === 1 ? terms[0]! : `(${terms.join(' <-> ')})`;

/** What one part asks for. */
export function partQuery({ words, isPhrase, synonyms }: TextPart, spellings: Spellings = none): string {
  const asTyped = words.map((word) => anyOf([word, ...(spellings.get(word) ?? [])].map(quoted)));
  return anyOf([
    (isPhrase ? phraseOf : allOf)(asTyped),
    ...synonyms.map((words) => phraseOf(words.map(quoted))),
  ]);
}

/** All of the parts. */
export const everyQuery = (parts: readonly TextPart[], spellings?: Spellings): string =>
  allOf(parts.map((part) => partQuery(part, spellings)));

/** What a title may show of the parts. */
export function shownWords(parts: readonly TextPart[], spellings: Spellings = none): string[] {
  const words = parts.flatMap((part) => [
    ...part.words.flatMap((word) => [word, ...(spellings.get(word) ?? [])]),
    ...part.synonyms.flat(),
  ]);
  return [...new Set(words)];
}

/** Any of the words. */
export const anyQuery = (words: readonly string[]): string => anyOf(words.map(quoted));

/** All of `terms` but at most `missing`. Halved again and again, it stays short: one of 20 may be missing in some 90 terms. */
export function mostOf(terms: readonly string[], missing: number): string | undefined {
  if (missing >= terms.length) return undefined;
  if (missing === 0) return allOf(terms);
  if (missing === terms.length - 1) return anyOf(terms);
  const half = terms.length >> 1;
  const [left, right] = [terms.slice(0, half), terms.slice(half)];
  const ways: string[] = [];
  for (let inLeft = Math.max(0, missing - right.length); inLeft <= Math.min(missing, left.length); inLeft++) {
    const both = [mostOf(left, inLeft), mostOf(right, missing - inLeft)].filter((way) => way !== undefined);
    ways.push(allOf(both));
  }
  return anyOf(ways);
}
