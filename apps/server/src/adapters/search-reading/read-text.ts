/**
 * @file Reads a shopper's text before an engine sees it: its parts, and what is acceptable if no product has all of them. Both engines
 * get the same result.
 */
import { type ReadingContext, type ReadPart, readParts } from './read-parts.ts';

/** A number of parts, of which a product must have at least `atLeast`. */
export interface Need {
  readonly parts: readonly ReadPart[];
  readonly atLeast: number;
  /** The parts must be in the outside texts: title, brand, colour or categories. */
  readonly isOutside: boolean;
}

/** The conditions for a product to be found. */
export interface Stage {
  readonly needs: readonly Need[];
  /** It requires the whole text. */
  readonly isWhole: boolean;
  /** Used only if no other stage finds anything. The matches of other stages may follow a few better matches. */
  readonly isLastResort: boolean;
}

export interface TextReading {
  readonly parts: readonly ReadPart[];
  /** The first stage requires all parts, and each later stage requires less. */
  readonly stages: readonly Stage[];
}

/** As long as a title, in which the thing may be named late. */
export const long = 7;

/** Returns undefined for a text without words. */
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
  // In a title with a typing error, any word may be the wrong one.
  if (isLong)
    for (const missing of [1, 2])
      stages.push({ ...anyOf([]), needs: [anywhere(parts, parts.length - missing)] });
  // Never drops the word that names the thing, and drops the colour first. A word that names no product does not name the thing.
  if (isHeadOutside) {
    for (let left = soft.length - 1; left >= 0; left--) stages.push(stage(others.length, left));
    const things = parts.filter(({ role, isThing }) => role === 'head' || (role === 'other' && isThing));
    // In `mug vase`, neither word is more important: if no product is both, either will do.
    for (const left of fewer(others.length, 0))
      stages.push(left > 0 || things.length < 2 ? stage(left, 0) : anyOf(things));
  }
  if (isHeadOutside)
    stages.push({ needs: [anywhere(parts, parts.length)], isWhole: true, isLastResort: parts.length > 1 });
  // For `size 7` or `vitamin k` if no product has it.
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

/** Returns the numbers below `length` down to `least`, but skips some if there are many. */
function fewer(length: number, least: number): number[] {
  return Array.from({ length: Math.max(0, length - least) }, (_, at) => length - 1 - at).filter(
    (left) => length - left <= 3 || left <= least || left % 4 === 0,
  );
}
