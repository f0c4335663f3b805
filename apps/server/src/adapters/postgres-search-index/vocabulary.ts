/**
 * @file The words of the catalogue, sorted. Spelling is a walk along them: neighbours share their beginning, so the rows of the table
 * of edit distances are computed once for it, and a beginning that is too far away is jumped over whole. 100,000 words take
 * some 1 to 3 ms; pg_trgm needs more, and misses short words.
 */
import { createEditRows, longestWord } from './edit-rows.ts';

export interface VocabularyWord {
  readonly word: string;
  /** Listed products that have it. */
  readonly documents: number;
}

export interface LexedWord extends VocabularyWord {
  /** What the word says, as documents are searched by; null when that is nothing. Left out: the word itself. */
  readonly lexeme?: string | null;
}

export interface Correction extends VocabularyWord {
  readonly distance: number;
}

export interface Vocabulary {
  readonly size: number;
  /** Products that have the word; 0: nobody knows it. */
  documentsOf(word: string): number;
  /** Of a word that nobody knows, the word. */
  lexemeOf(word: string): string | null;
  /** Words that begin so, the most frequent first. */
  complete(prefix: string, limit: number): VocabularyWord[];
  /** Words at most `distance` edits away, the nearest first, then the most frequent. The word itself is none of them. */
  corrections(word: string, distance: number, limit: number): Correction[];
  /** The same of words whose beginning is that near. */
  correctedCompletions(prefix: string, distance: number, limit: number): Correction[];
}

export function createVocabulary(rows: readonly LexedWord[]): Vocabulary {
  const sorted = rows.toSorted((a, b) => (a.word < b.word ? -1 : 1));
  const words = sorted.map(({ word }) => word);
  const documents = Uint32Array.from(sorted, (row) => row.documents);
  const lexemes = sorted.map(({ word, lexeme = word }) => lexeme);

  /** Where `text` stands, or would. */
  function placeOf(text: string, from = 0): number {
    let [low, high] = [from, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (words[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  /** Behind the words that begin with `prefix`. */
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
      .map(({ place, distance }) => ({ ...rowAt(place), distance }))
      .sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1))
      .slice(0, limit);

  return {
    size: words.length,
    lexemeOf(word) {
      const place = placeOf(word);
      return words[place] === word ? lexemes[place]! : word;
    },
    documentsOf(word) {
      const place = placeOf(word);
      return words[place] === word ? documents[place]! : 0;
    },
    complete(prefix, limit) {
      const from = placeOf(prefix);
      const best: number[] = [];
      for (let place = from, end = endOf(prefix, from); place < end; place++) {
        if (best.length === limit && documents[place]! <= documents[best.at(-1)!]!) continue;
        const at = best.findIndex((other) => documents[other]! < documents[place]!);
        best.splice(at < 0 ? best.length : at, 0, place);
        best.length = Math.min(best.length, limit);
      }
      return best.map(rowAt);
    },
    corrections: (word, distance, limit) =>
      ranked(
        walk(word, distance, false).filter(({ place }) => words[place] !== word),
        limit,
      ),
    correctedCompletions: (prefix, distance, limit) => ranked(walk(prefix, distance, true), limit),
  };
}
