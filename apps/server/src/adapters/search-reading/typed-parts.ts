/** @file What stands together in a typed text: sizes, numbers that say which, letters, words that the catalogue joins. */
import type { TextPart } from '../../ports/search-text.ts';
import { spellSize } from './units.ts';
import type { Vocabulary } from './vocabulary.ts';

const withoutThousands = (text: string): string => text.replace(/(\d),(\d{3})(?!\d)/g, '$1$2');
/** `men's` is `mens`, as it is in documents. */
const withoutApostrophes = (text: string): string => text.replace(/(\p{L})['’]s(?!\p{L})/giu, '$1s');

/** `1.5 l` as one word, which says its point as a `d`. */
const withDecimals = (text: string): string =>
  text.replace(/(\d+)\.(\d+)[ -]?([a-z]+)/gi, (all, whole: string, part: string, unit: string) =>
    spellSize(`${whole}.${part}`, unit.toLowerCase()).length > 0 ? `${whole}d${part}${unit}` : all,
  );

/** As documents write it: without signs between digits, and `men's` as `mens`. */
export const plainTyping = (text: string): string => withoutApostrophes(withDecimals(withoutThousands(text)));

export const isNumber = (word: string): boolean => /^\d+$/.test(word);

/** Signs of a script without spaces are a word each, as they are in documents. */
const spaceless = /[\u2E80-\u9FFF\uF900-\uFAFF]/;

export function partSigns(part: TextPart): TextPart {
  if (!part.words.some((word) => spaceless.test(word))) return part;
  const words = part.words.flatMap(
    (word) => word.match(/[\u2E80-\u9FFF\uF900-\uFAFF]|[^\u2E80-\u9FFF\uF900-\uFAFF]+/g) ?? [],
  );
  return { ...part, words, isPhrase: words.length > 1 };
}

/** `12 inch` is one part, as `12inch` is. */
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

/** Numbers that say which: `size 7` is no 7 of anything. */
const bindNumbers = new Set(['size', 'spf', 'omega', 'book', 'part', 'stage', 'level', 'number', 'no']);

/** `vitamin c` is one part: a letter alone says nothing. */
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

/** `head phones` where the catalogue has `headphones`: one part, that either will do for. */
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

/** What stands together becomes one part. */
export const joinTyped = (parts: readonly TextPart[], vocabulary: Vocabulary): TextPart[] =>
  joinPairs(bindToWords(joinSizes(parts)), vocabulary);
