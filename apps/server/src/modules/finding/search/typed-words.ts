import type { TextRange } from '@kindred/contracts';

const words = /[\p{L}\p{M}\p{N}]+/gu;

/** Without accents and capitals. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Where words of a text begin with what was typed: `café` begins with `CAF`, in the first three letters. */
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

/** How much of a word makes so many letters of its folded form. */
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
