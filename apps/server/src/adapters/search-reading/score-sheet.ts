/** @file What a product gets for what it has of a text. The engines add it up, each in its own way. */
import type { Language } from './languages.ts';
import { type Alternative, type ReadPart, type Role, waysOf } from './read-parts.ts';

/**
 * What a title is about; the rest of it and the colour; both; brand and categories; these three; and, last, features and description
 * too.
 */
export type Place = 'subject' | 'beside' | 'title' | 'shelves' | 'outside' | 'anywhere';

/** Something that a product may have of a part. */
export interface Tier {
  readonly ways: readonly Alternative[];
  readonly place: Place;
  readonly points: number;
}

/** A head in the title says what the thing is. */
const worth: Readonly<Record<Role, number>> = { head: 1.5, other: 1, color: 0.8, size: 0.8 };

/** It is the thing that was asked for, where categories tell that from what only has its word. */
export const thingPoints = 200;
/** It has all of the parts. */
export const wholePoints = 100;
/** The title was typed as a whole, or the product's own number. */
export const exactPoints = 1_000;
/** All parts next to each other as they were typed. */
export const adjacentPoints = 0.6;
/** What its title is about ends with the word that names the thing: a bottle cap is no bottle. */
export const namePoints = 0.1;
/** It stands in a category that is called as the text calls the thing; half of it for one above that category. */
export const namedPoints = 0.8;
/** Its title is about nothing else: of so many words in what it is about, half. */
export const focusPoints = 0.4;
export const focusWords = 4;
/** For ten times as many ratings. */
export const popularityPoints = 0.06;
/** Its own category is the best known of the shop (`category-points.ts`). */
export const mostCategoryPoints = 0.1;
// What use has taught is less than any of these for a word: `mostLearnedPoints` of `ports/learned-points.ts`.

/** From the best on; the first that holds counts. What only features and description tell counts nothing. */
export function tiersOf(part: ReadPart): Tier[] {
  const typed: Alternative = { words: part.words, isSame: true };
  const same = [typed, ...part.alternatives.filter(({ isSame }) => isSame)];
  const all = [typed, ...part.alternatives];
  const factor = worth[part.role] * (part.role === 'other' ? 0.7 + 0.6 * part.rarity : 1);
  const last = part.words.length > 1 && !part.isPhrase ? [{ words: part.words.slice(-1) }] : [];
  return tiers(part.role, same, all, last).map((tier) => ({ ...tier, points: round(tier.points * factor) }));
}

const round = (points: number): number => Math.round(points * 1_000) / 1_000;

/** @param last of several words the last one, which says most of what they are */
function tiers(
  role: Role,
  same: readonly Alternative[],
  all: readonly Alternative[],
  last: readonly Alternative[],
): Tier[] {
  if (role === 'size') return [{ ways: all, place: 'title', points: 0.5 }];
  if (role === 'color')
    return [
      { ways: same, place: 'title', points: 1 },
      { ways: all.filter((way) => !same.includes(way)), place: 'beside', points: 0.75 },
    ];
  const isOne = same.length === all.length;
  return [
    { ways: same, place: 'subject', points: 1 },
    ...(isOne ? [] : [{ ways: all, place: 'subject', points: 0.85 } as const]),
    { ways: same, place: 'beside', points: 0.5 },
    ...(isOne ? [] : [{ ways: all, place: 'beside', points: 0.42 } as const]),
    ...(last.length > 0 ? [{ ways: last, place: 'subject', points: 0.45 } as const] : []),
    { ways: all, place: 'shelves', points: 0.4 },
  ];
}

/** Words that a product is called by, as its title ends; none in a language that names the thing first. */
export function namingWords(
  parts: readonly ReadPart[],
  { isNamedLast }: Pick<Language, 'isNamedLast'>,
): string[] {
  if (!isNamedLast) return [];
  const head = parts.find(({ role }) => role === 'head');
  return head ? [...new Set(waysOf(head).map((words) => words.at(-1)!))] : [];
}
