/** @file What a text is taken for: as typed, corrected, or as less than all of its words. */
import type { SearchReading } from '../../ports/search-index.ts';
import { splitSearchText, type TextPart, withSynonyms } from '../../ports/search-text.ts';
import type { Json } from './connection.ts';
import { requiredParts, textQuery } from './text-query.ts';

export interface TextReading {
  readonly reading: SearchReading;
  readonly correction: string | null;
  readonly query: Json;
}

interface Taken {
  readonly text: string;
  readonly parts: readonly TextPart[];
}

export type SynonymGroups = readonly (readonly string[])[];

/** 200 characters can be a hundred words; nobody means so many. */
const mostParts = 40;

export const take = (text: string, synonyms: SynonymGroups): Taken => ({
  text,
  parts: withSynonyms(splitSearchText(text).slice(0, mostParts), synonyms),
});

export const asTyped = ({ text, parts }: Taken): TextReading => ({
  reading: 'as-typed',
  correction: null,
  query: textQuery(text, parts),
});

export const asCorrected = ({ text, parts }: Taken): TextReading => ({
  reading: 'corrected',
  correction: text,
  query: textQuery(text, parts),
});

/** With fewer and fewer of the words; nothing for one word. Of many words not every number is tried. */
export function relaxations({ text, parts }: Taken, correction: string | null): TextReading[] {
  const all = requiredParts(parts).length;
  return Array.from({ length: all - 1 }, (_, fewer) => all - 1 - fewer)
    .filter((atLeast) => all - atLeast <= 4 || atLeast % 4 === 0 || atLeast === 1)
    .map((atLeast) => ({ reading: 'relaxed', correction, query: textQuery(text, parts, atLeast) }));
}
