import type { TextRange } from '@kindred/contracts';

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Removes accents and capitals. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the ranges in which words of a text begin with a typed word: `CAF` matches the first three letters of `café`. */
export function findTypedWords(text: string, typed: string): TextRange[] {
  const beginnings = [...new Set(Array.from(typed.matchAll(words), ([word]) => fold(word)))]
    .filter((beginning) => beginning !== '')
    .sort((a, b) => b.length - a.length);
  return Array.from(text.matchAll(words)).flatMap(({ 0: word, index }) => {
    const folded = fold(word);
    const beginning = beginnings.find((one) => folded.startsWith(one));
    return beginning === undefined
      ? []
      : { start: index, end: index + lengthOfFolded(word, beginning.length) };
  });
}

/** Returns the length of the part of `word` that folds to `foldedLength` letters. */
function lengthOfFolded(word: string, foldedLength: number): number {
  let length = 0;
  let made = 0;
  for (const character of word) {
    const adds = fold(character).length;
    if (made >= foldedLength && adds > 0) break;
    made += adds;
    length += character.length;
  }
  return length;
}
