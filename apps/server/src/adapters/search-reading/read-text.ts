/**
 * @file What a text of a shopper asks for, before an engine sees it: its parts, and what to be content with where nothing has all of
 * them. Both engines are asked the same.
 */
import { type ReadingContext, type ReadPart, readParts } from './read-parts.ts';

/** So many of the parts. */
export interface Need {
  readonly parts: readonly ReadPart[];
  readonly atLeast: number;
  /** On the outside of the product: in its title, brand, colour or categories. */
  readonly isOutside: boolean;
}

/** What a product has to have to be found. */
export interface Stage {
  readonly needs: readonly Need[];
  /** Nothing of the text is missing. */
  readonly isWhole: boolean;
  /** Only for want of anything else; the others are what a few finds are followed by. */
  readonly isLastResort: boolean;
}

export interface TextReading {
  readonly parts: readonly ReadPart[];
  /** The first asks for all of the parts, each of the next for less. */
  readonly stages: readonly Stage[];
}

/** As long as titles, whose thing may be named late. */
export const long = 7;

/** Undefined: it has no word. */
export function readText(text: string, context: ReadingContext): TextReading | undefined {
  const parts = readParts(text, context);
  if (parts.length === 0) return undefined;
  const head = parts.filter(({ role }) => role === 'head');
  const others = parts.filter(({ role }) => role === 'other');
  const soft = parts.filter(({ role }) => role === 'color' || role === 'size');
  const isLong = parts.length >= long;
  const isHeadOutside = !isLong && head.some(({ isKnown }) => isKnown);
  const anywhere = (some: readonly ReadPart[], atLeast: number): Need => ({
    parts: some,
    atLeast,
    isOutside: false,
  });
  const stage = (ofOthers: number, ofSoft: number): Stage => ({
    needs: [
      { parts: head, atLeast: head.length, isOutside: isHeadOutside },
      anywhere(others, ofOthers),
      anywhere(soft, ofSoft),
    ],
    isWhole: ofOthers === others.length && ofSoft === soft.length,
    isLastResort: false,
  });
  const stages = [stage(others.length, soft.length)];
  // Of a title that was not typed quite right, nobody knows which word is wrong.
  if (isLong)
    for (const missing of [1, 2])
      stages.push({ ...anyOf([]), needs: [anywhere(parts, parts.length - missing)] });
  // Never without the word that names the thing, and its colour goes before what else it is. What no product is called is no thing.
  if (isHeadOutside) {
    for (let left = soft.length - 1; left >= 0; left--) stages.push(stage(others.length, left));
    const things = parts.filter(({ role, isThing }) => role === 'head' || (role === 'other' && isThing));
    // `mug vase` has no first and second: who finds no vase like a mug looks at both.
    for (const left of fewer(others.length, 0))
      stages.push(left > 0 || things.length < 2 ? stage(left, 0) : anyOf(things));
  }
  if (isHeadOutside)
    stages.push({ needs: [anywhere(parts, parts.length)], isWhole: true, isLastResort: parts.length > 1 });
  // `size 7` and `vitamin k` where there is no such one.
  if (parts.some(isBound)) stages.push({ ...anyOf([]), needs: [all(parts.map(loosen))], isLastResort: true });
  const known = parts.filter(({ isKnown }) => isKnown);
  for (const some of [known, parts])
    for (const atLeast of fewer(Math.min(some.length + 1, parts.length), 1))
      stages.push({
        needs: [{ parts: some, atLeast, isOutside: some === known }],
        isWhole: false,
        isLastResort: true,
      });
  return { parts, stages };
}

const all = (parts: readonly ReadPart[]): Need => ({ parts, atLeast: parts.length, isOutside: true });

const isBound = ({ isPhrase, words }: ReadPart): boolean =>
  isPhrase && words.length === 2 && /^(\p{L}|\d+)$/u.test(words[1]!);
const loosen = (part: ReadPart): ReadPart =>
  isBound(part) ? { ...part, words: part.words.slice(0, 1), isPhrase: false, alternatives: [] } : part;

const anyOf = (things: readonly ReadPart[]): Stage => ({
  needs: [{ parts: things, atLeast: 1, isOutside: true }],
  isWhole: false,
  isLastResort: false,
});

/** Numbers below `length` down to `least`; of many not every one. */
function fewer(length: number, least: number): number[] {
  return Array.from({ length: Math.max(0, length - least) }, (_, at) => length - 1 - at).filter(
    (left) => length - left <= 3 || left <= least || left % 4 === 0,
  );
}
