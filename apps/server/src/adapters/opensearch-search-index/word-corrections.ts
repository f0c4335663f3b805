import { foldText, wordsOf } from '../../ports/search-text.ts';
import type { Json } from './connection.ts';

const shortest = 3;
/** From here on a word may have two letters wrong. */
const twiceWrongFrom = 8;
const mostWords = 16;

const correctable = (text: string): string[] =>
  [...new Set(wordsOf(text))]
    .filter((word) => word.length >= shortest && !/^\d+$/.test(word))
    .slice(0, mostWords);

/** Asks what the words might be that no product has. */
export function correctionRequest(text: string): Json {
  return Object.fromEntries(
    correctable(text).map((word, place) => [
      `word${place}`,
      {
        text: word,
        term: {
          field: 'words',
          suggest_mode: 'missing',
          sort: 'score',
          size: 5,
          max_edits: word.length >= twiceWrongFrom ? 2 : 1,
          prefix_length: 0,
          min_word_length: shortest,
        },
      },
    ]),
  );
}

interface Option {
  readonly text: string;
  readonly score: number;
  readonly freq: number;
}

export type CorrectionAnswer = Readonly<Record<string, readonly { readonly options: readonly Option[] }[]>>;

/** By the word as typed; only those that there is something better for. */
export function readCorrections(text: string, answer: CorrectionAnswer): ReadonlyMap<string, string> {
  const corrections = new Map<string, string>();
  for (const [place, word] of correctable(text).entries()) {
    const options = answer[`word${place}`]?.flatMap((token) => token.options) ?? [];
    const [best] = options.toSorted((a, b) => b.score - a.score || b.freq - a.freq);
    if (best) corrections.set(word, best.text);
  }
  return corrections;
}

export const correctText = (text: string, corrections: ReadonlyMap<string, string>): string =>
  text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word) => corrections.get(foldText(word)) ?? word);
