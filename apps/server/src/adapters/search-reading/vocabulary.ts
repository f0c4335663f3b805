/**
 * @file The sorted words of the catalogue. Spelling correction walks along them: neighbours share a prefix, so the rows of the table of
 * edit distances are computed once per prefix, and all words with a prefix that is too far away are skipped. 100,000 words take about
 * 1 to 3 ms; pg_trgm takes longer and misses short words.
 */
import { singular } from '../../ports/search-text.ts';
import { createEditRows, longestWord } from './edit-rows.ts';
import { type Language, languages } from './languages.ts';

export interface VocabularyWord {
  readonly word: string;
  /** The number of listed products that have the word. */
  readonly documents: number;
}

export interface LexedWord extends VocabularyWord {
  /** The lexeme by which documents are searched, or null for a stop word. The default is the word itself. */
  readonly lexeme?: string | null;
  /** The number of listed products that the word names. */
  readonly heads?: number;
}

export interface Correction extends VocabularyWord {
  readonly distance: number;
}

export interface Vocabulary {
  /** The language of the catalogue. */
  readonly language: Language;
  readonly size: number;
  /** The number of products that have the word; 0 if it is unknown. */
  documentsOf(word: string): number;
  /** 0 for the most frequent word, 1 for a word that no product has. */
  rarityOf(word: string): number;
  /**
   * Whether a product has the word or its plural, or it is a stop word, which no product needs. In English, `clothing` does not count as
   * `cloth`; in other languages, any form of the word counts.
   */
  isKnown(word: string): boolean;
  /** The number of products that the word or a form of it names: `mugs` names a mug. */
  headsOf(word: string): number;
  has(word: string): boolean;
  /** Returns null for a stop word, and the word itself if it is unknown. */
  lexemeOf(word: string): string | null;
  /** Returns the same vocabulary with the lexemes of other words that are not in it. */
  withLexemes(lexemes: ReadonlyMap<string, string | null>): Vocabulary;
  /** Returns words with this prefix: the most frequent first, and those that name things before others. */
  complete(prefix: string, limit: number): VocabularyWord[];
  /** Returns words at most `distance` edits away, except the word itself: the nearest first, then those that shoppers most likely type. */
  corrections(word: string, distance: number, limit: number): Correction[];
  /** Returns words of which a prefix is at most `distance` edits away. */
  correctedCompletions(prefix: string, distance: number, limit: number): Correction[];
}

export function createVocabulary(
  rows: readonly LexedWord[],
  language: Language = languages.english,
): Vocabulary {
  const sorted = rows.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  const words = sorted.map(({ word }) => word);
  const documents = Uint32Array.from(sorted, (row) => row.documents);
  const lexemes = sorted.map(({ word, lexeme = word }) => lexeme);
  const heads = new Map<string, number>();
  const singulars = new Set(language.name === 'english' ? words.map(singular) : []);
  const known = new Set(language.name === 'english' ? [] : lexemes);
  for (const { word, lexeme = word, heads: named = 0 } of rows)
    if (lexeme !== null && named > 0) heads.set(lexeme, (heads.get(lexeme) ?? 0) + named);

  /** Returns the position of `text`, or the position where it would be inserted. */
  function placeOf(text: string, from = 0): number {
    let [low, high] = [from, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Returns the position after the words that begin with `prefix`. */
  const endOf = (prefix: string, from = 0): number => placeOf(`${prefix}\uffff`, from);
  const rowAt = (place: number): VocabularyWord => ({ word: words[place]!, documents: documents[place]! });

  function walk(
    text: string,
    most: number,
    isBeginningEnough: boolean,
  ): { place: number; distance: number }[] {
    if (text.length > longestWord) return [];
    const rows = createEditRows(text);
    const found: { place: number; distance: number }[] = [];
    for (let place = 0; place < words.length; ) {
      const word = words[place]!;
      let depth = rows.keepShared(word);
      let isTooFar = false;
      while (depth < word.length && !isTooFar) {
        rows.push(word, depth++);
        isTooFar = rows.boundAt(depth) > most;
      }
      const distance = isBeginningEnough
        ? rows.nearestBeginning(depth)
        : isTooFar
          ? most + 1
          : rows.distanceAt(depth);
      if (distance <= most) found.push({ place, distance });
      place = isTooFar && distance > most ? endOf(word.slice(0, depth), place) : place + 1;
    }
    return found;
  }

  const ranked = (found: { place: number; distance: number }[], limit: number): Correction[] =>
    found
      .sort((a, b) => a.distance - b.distance || appeal[b.place]! - appeal[a.place]! || a.place - b.place)
      .slice(0, limit)
      .map(({ place, distance }) => ({ ...rowAt(place), distance }));

  function documentsOf(word: string): number {
    const place = placeOf(word);
    return words[place] === word ? documents[place]! : 0;
  }
  const mostFrequent = documents.reduce((most, count) => Math.max(most, count), 1);
  /** Shoppers search for things, so words that name things weigh more. */
  const appeal = Uint32Array.from(sorted, (row) => row.documents + 3 * (row.heads ?? 0));
  const has = (word: string): boolean => words[placeOf(word)] === word;

  const knowing = (others: ReadonlyMap<string, string | null>): Vocabulary => {
    function lexemeOf(word: string): string | null {
      const place = placeOf(word);
      if (words[place] === word) return lexemes[place]!;
      const other = others.get(word);
      return other === undefined ? word : other;
    }
    const read = (word: string): string => lexemeOf(word) ?? '';
    return {
      ...searching,
      lexemeOf,
      withLexemes: (more) => knowing(new Map([...others, ...more])),
      headsOf: (word) => heads.get(read(word)) ?? 0,
      isKnown: (word) =>
        lexemeOf(word) === null || known.has(lexemeOf(word)) || singulars.has(singular(word)),
    };
  };

  const searching = {
    language,
    size: words.length,
    has,
    documentsOf,
    rarityOf: (word: string) => 1 - Math.log1p(documentsOf(word)) / Math.log1p(mostFrequent),
    complete(prefix: string, limit: number) {
      const from = placeOf(prefix);
      const best: number[] = [];
      for (let place = from, end = endOf(prefix, from); place < end; place++) {
        if (best.length === limit && appeal[place]! <= appeal[best.at(-1)!]!) continue;
        const at = best.findIndex((other) => appeal[other]! < appeal[place]!);
        best.splice(at < 0 ? best.length : at, 0, place);
        best.length = Math.min(best.length, limit);
      }
      return best.map(rowAt);
    },
    corrections: (word: string, distance: number, limit: number) =>
      ranked(
        walk(word, distance, false).filter(({ place }) => words[place] !== word),
        limit,
      ),
    correctedCompletions: (prefix: string, distance: number, limit: number) =>
      ranked(walk(prefix, distance, true), limit),
  } satisfies Partial<Vocabulary>;
  return knowing(new Map());
}
