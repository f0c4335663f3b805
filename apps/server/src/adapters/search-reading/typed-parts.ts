/** @file Finds the words of a typed text that belong together: sizes, numbers that say which one, letters, and words that the catalogue joins. */
import type { TextPart } from '../../ports/search-text.ts';
import { spellSize } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

const withoutThousands = (text: string): string => text.replace(/(\d),(\d{3})(?!\d)/g, '$1$2');
/** Turns `men's` into `mens`, as documents do. */
const withoutApostrophes = (text: string): string => text.replace(/(\p{L})['’]s(?!\p{L})/giu, '$1s');

/** Turns `1.5 l` into one word, with a `d` for the point. */
const withDecimals = (text: string): string =>
  text.replace(/(\d+)\.(\d+)[ -]?([a-z]+)/gi, (all, whole: string, part: string, unit: string) =>
    spellSize(`${whole}.${part}`, unit.toLowerCase()).length > 0 ? `${whole}d${part}${unit}` : all,
  );

/** Writes a text as documents do: without signs between digits, and with `mens` for `men's`. */
export const plainTyping = (text: string): string => withoutApostrophes(withDecimals(withoutThousands(text)));

export const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** Each sign of a script without spaces is a word, as in documents. */
const spaceless = /[\u2E80-\u9FFF\uF900-\uFAFF]/;

export function partSigns(part: TextPart): TextPart {
  if (!part.words.some((word) => spaceless.test(word))) return part;
  const words = part.words.flatMap(
    (word) => word.match(/[\u2E80-\u9FFF\uF900-\uFAFF]|[^\u2E80-\u9FFF\uF900-\uFAFF]+/g) ?? [],
  );
  return { ...part, words, isPhrase: words.length > 1 };
}

/** Makes `12 inch` one part, like `12inch`. */
function joinSizes(parts: readonly TextPart[]): TextPart[] {
  const sizes: TextPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at]!, parts[at + 1]];
    const isSize =
      next &&
      !part.isPhrase &&
      !next.isPhrase &&
      isNumber(part.words[0]!) &&
      spellSize(part.words[0]!, next.words[0]!).length > 0;
    sizes.push(isSize ? { ...part, words: [...part.words, ...next.words] } : part);
    if (isSize) at++;
  }
  return sizes;
}

/** Words whose number says which one: `size 7` does not mean seven pieces. */
const bindNumbers = new Set(['size', 'spf', 'omega', 'book', 'part', 'stage', 'level', 'number', 'no']);

/** Makes `vitamin c` one part, because a letter alone means nothing. */
function bindToWords(parts: readonly TextPart[]): TextPart[] {
  const bound: TextPart[] = [];
  for (const part of parts) {
    const before = bound.at(-1);
    const [word = ''] = part.words;
    const belongs =
      before?.words.length === 1 &&
      !before.isPhrase &&
      !part.isPhrase &&
      part.words.length === 1 &&
      (isNumber(word)
        ? bindNumbers.has(before.words[0]!)
        : /^\p{L}$/u.test(word) && before.words[0]!.length > 2);
    if (belongs) bound[bound.length - 1] = { ...before, words: [...before.words, word], isPhrase: true };
    else bound.push(part);
  }
  return bound;
}

/** Makes `head phones` one part if the catalogue has `headphones`; either spelling matches. */
function joinPairs(parts: readonly TextPart[], vocabulary: Vocabulary): TextPart[] {
  const joined: TextPart[] = [];
  for (let at = 0; at < parts.length; at++) {
    const [part, next] = [parts[at]!, parts[at + 1]];
    const word = next && joinedWord(part, next, vocabulary);
    if (word === undefined) joined.push(part);
    else joined.push({ words: [...part.words, ...next!.words], isPhrase: false, synonyms: [[word]] });
    if (word !== undefined) at++;
  }
  return joined;
}

function joinedWord(one: TextPart, other: TextPart, vocabulary: Vocabulary): string | undefined {
  if (one.isPhrase || other.isPhrase || one.words.length + other.words.length !== 2) return undefined;
  const word = one.words[0]! + other.words[0]!;
  return !/\d/.test(word) && vocabulary.isKnown(word) && vocabulary.lexemeOf(word) !== null
    ? word
    : undefined;
}

/** Joins words that belong together into one part. */
export const joinTyped = (parts: readonly TextPart[], vocabulary: Vocabulary): TextPart[] =>
  joinPairs(bindToWords(joinSizes(parts)), vocabulary);
