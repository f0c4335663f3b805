/** @file The points of a product for each part of a text that it has. Each engine adds them up in its own way. */
import type { Language } from './languages.ts';
import { type Alternative, type ReadPart, type Role, waysOf } from './read-parts.ts';

/**
 * `subject` is the subject of the title; `beside` the rest of the title, and the colour; `title` both of these; `shelves` brand and
 * categories; `outside` all of these; `anywhere` also features and description.
 */
export type Place = 'subject' | 'beside' | 'title' | 'shelves' | 'outside' | 'anywhere';

/** A way in which a product may have a part. */
export interface Tier {
  readonly ways: readonly Alternative[];
  readonly place: Place;
  readonly points: number;
}

/** The head in the title says what the product is. */
const worth: Readonly<Record<Role, number>> = { head: 1.5, other: 1, color: 0.8, size: 0.8 };

/** The product is the requested thing, if categories can distinguish it from products that only contain the word. */
export const thingPoints = 200;
/** The product has all parts. */
export const wholePoints = 100;
/** The shopper typed the whole title or the product's number. */
export const exactPoints = 1_000;
/** All parts are next to each other as typed. */
export const adjacentPoints = 0.6;
/** The subject of the title ends with the word that names the thing: a bottle cap is not a bottle. */
export const namePoints = 0.1;
/** The product's category has the name of the thing; half the points if a category above it does. */
export const namedPoints = 0.8;
/** The subject of the title is nothing else; half the points if the subject has `focusWords` words. */
export const focusPoints = 0.4;
export const focusWords = 4;
/** The points for each factor of ten in the number of ratings. */
export const popularityPoints = 0.06;
/** The product's category is the best known of the shop (`category-points.ts`). */
export const mostCategoryPoints = 0.1;
// Learned points are lower than any of these points for a word: `mostLearnedPoints` in `ports/learned-points.ts`.

/** Returns the tiers, the best first. The first one that holds counts. Words only in features and description earn no points. */
export function tiersOf(part: ReadPart): Tier[] {
  const typed: Alternative = { words: part.words, isSame: true };
  const same = [typed, ...part.alternatives.filter(({ isSame }) => isSame)];
  const all = [typed, ...part.alternatives];
  const factor = worth[part.role] * (part.role === 'other' ? 0.7 + 0.6 * part.rarity : 1);
  const last = part.words.length > 1 && !part.isPhrase ? [{ words: part.words.slice(-1) }] : [];
  return tiers(part.role, same, all, last).map((tier) => ({ ...tier, points: round(tier.points * factor) }));
}

const round = (points: number): number => Math.round(points * 1_000) / 1_000;

/** @param last the last word of a phrase, which best says what it is */
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

/** Returns the words at the end of a title that name the product. It returns none in a language that names the thing first. */
export function namingWords(
  parts: readonly ReadPart[],
  { isNamedLast }: Pick<Language, 'isNamedLast'>,
): string[] {
  if (!isNamedLast) return [];
  const head = parts.find(({ role }) => role === 'head');
  return head ? [...new Set(waysOf(head).map((words) => words.at(-1)!))] : [];
}
