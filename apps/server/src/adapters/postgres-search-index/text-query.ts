/** @file Turns texts into tsquery. Words contain only letters and digits, so they contain no operator. */
import type { Language } from '../search-reading/languages.ts';
import type { Alternative, ReadPart } from '../search-reading/read-parts.ts';
import type { Stage } from '../search-reading/read-text.ts';
import { namingWords, type Place, tiersOf } from '../search-reading/score-sheet.ts';

/** The weights that `put_search_documents` gives to each place. */
const weights: Readonly<Record<Place, string>> = {
  subject: ':A',
  beside: ':B',
  title: ':AB',
  shelves: ':C',
  outside: ':ABC',
  anywhere: '',
};

const joined = (terms: readonly string[], sign: string): string =>
  terms.length === 1 ? terms[0]! : `(${terms.join(sign)})`;
const anyOf = (terms: readonly string[]): string => joined(terms, ' | ');
const allOf = (terms: readonly string[]): string => joined(terms, ' & ');
const phraseOf = (terms: readonly string[]): string => joined(terms, ' <-> ');

const placed = (word: string, place: Place): string => `'${word}'${weights[place]}`;

/** Words that were not typed as a phrase may be apart in the outside texts; elsewhere they must be as typed. */
function waysQuery(part: ReadPart, ways: readonly Alternative[], place: Place): string {
  return anyOf(
    ways.map(({ words, isSame, isShade }) => {
      const isTyped = words === part.words && !part.isPhrase;
      if (place === 'outside' && isTyped)
        // The last word says what the product is.
        return allOf(words.map((word, at) => placed(word, at < words.length - 1 ? 'anywhere' : place)));
      if (isTyped || (place === 'outside' && !isSame)) return allOf(words.map((word) => placed(word, place)));
      return phraseOf(words.map((word) => placed(word, isShade ? 'beside' : place)));
    }),
  );
}

export const stageQuery = ({ needs }: Stage): string =>
  allOf(
    needs.flatMap(({ parts, atLeast, isOutside }) => {
      if (atLeast === 0) return [];
      const queries = parts.map((part) =>
        waysQuery(part, [{ words: part.words }, ...part.alternatives], isOutside ? 'outside' : 'anywhere'),
      );
      return mostOf(queries, parts.length - atLeast) ?? [];
    }),
  );

/** The queries of a part's tiers. */
export const tierQueries = (part: ReadPart): { query: string; points: number }[] =>
  tiersOf(part).map(({ ways, place, points }) => ({ query: waysQuery(part, ways, place), points }));

/** One query for each two neighbouring parts as typed. */
export function adjacentQueries(parts: readonly ReadPart[]): string[] {
  const told = parts.filter(({ role }) => role !== 'size');
  return told
    .slice(1)
    .map((part, at) =>
      phraseOf([told[at]!.words.at(-1)!, part.words[0]!].map((word) => placed(word, 'title'))),
    );
}

/** Returns undefined if the text names no thing. */
export function nameQuery(parts: readonly ReadPart[], language: Language): string | undefined {
  const words = namingWords(parts, language);
  return words.length > 0 ? anyOf(words.map((word) => placed(word, 'anywhere'))) : undefined;
}

/** Matches the name of the thing in a title. */
export function thingQuery(parts: readonly ReadPart[]): string | undefined {
  const head = parts.find(({ role }) => role === 'head');
  return head && waysQuery(head, [{ words: head.words }, ...head.alternatives], 'title');
}

/** Matches if at most `missing` of the terms are missing. Recursive halving keeps it short: about 90 terms for one missing of 20. */
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
