import type { TextRange } from '@kindred/ui';

/** Where a text has one of the words, in any case. */
export function wordRanges(text: string, words = ''): TextRange[] {
  return words
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => [...text.matchAll(new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'))])
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}
