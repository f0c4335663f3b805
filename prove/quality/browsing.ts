/** @file Shelves of people who only looked around: how varied they are, now and at 50e7a1a. */
import { createRandom } from '@kindred/gnn';
import { diversify, effectiveNumber, interleave, type RecommenderModel } from '@kindred/recommender';
import type { DataSet } from './data-set.ts';

/** Five people: how many products they viewed, and of how many kinds. */
const profiles = [
  { views: 1, kinds: 1 },
  { views: 2, kinds: 1 },
  { views: 3, kinds: 1 },
  { views: 4, kinds: 2 },
  { views: 6, kinds: 2 },
];
/** The cards that a shopper sees without scrolling. */
const firstCards = 12;

/** Viewed items, the newest first; each profile `draws` times, of kinds and items drawn by the seed. */
export function drawViews({ popular, itemOf }: DataSet, draws: number, seed: number): number[][] {
  const random = createRandom(seed);
  const large = [...Map.groupBy(popular, (itemId) => itemOf(itemId).kind).values()].filter(
    ({ length }) => length >= 6,
  );
  const pick = <T>(from: readonly T[], count: number): T[] => {
    const picked = new Set<T>();
    while (picked.size < count) picked.add(from[random.below(from.length)]!);
    return [...picked];
  };
  return Array.from({ length: draws }, () =>
    profiles.map(({ views, kinds }) => {
      const each = pick(large, kinds).map((items) => pick(items, views / kinds));
      return Array.from({ length: views }, (_, place) => each[place % kinds]![Math.floor(place / kinds)]!);
    }),
  ).flat();
}

/** The mean effective number (inverse Simpson index) and number of kinds and of brands among the first cards. */
export function varietyOf({ itemOf }: DataSet, shelves: readonly (readonly number[])[]) {
  const mean = (of: (shelf: readonly number[]) => number) =>
    shelves.reduce((sum, shelf) => sum + of(shelf.slice(0, firstCards)), 0) / shelves.length;
  const countsOf = (shelf: readonly number[], by: 'kind' | 'brand') =>
    Map.groupBy(shelf, (itemId) => itemOf(itemId)[by]);
  const effective = (by: 'kind' | 'brand') =>
    mean((shelf) => effectiveNumber([...countsOf(shelf, by).values()].map(({ length }) => length)));
  return {
    effective_kinds: effective('kind'),
    effective_brands: effective('brand'),
    kinds: mean((shelf) => countsOf(shelf, 'kind').size),
    brands: mean((shelf) => countsOf(shelf, 'brand').size),
  };
}

/** The mean number of the first eight cards that are of a viewed kind. */
export function ownKindsOf(
  { itemOf }: DataSet,
  views: readonly (readonly number[])[],
  shelves: readonly (readonly number[])[],
): number {
  const own = shelves.map((shelf, at) => {
    const kinds = new Set(views[at]!.map((itemId) => itemOf(itemId).kind));
    return shelf.slice(0, 8).filter((itemId) => kinds.has(itemOf(itemId).kind)).length;
  });
  return own.reduce((sum, one) => sum + one, 0) / shelves.length;
}

/**
 * The shelf of 50e7a1a: the most liked products of the last five viewed categories, ranked by the folded-in history, took turns with the ranking of all
 * products; of five neighbours at most three were of one category or brand.
 */
export function shelfOf50e7a1a(
  model: RecommenderModel,
  { popular, itemOf }: DataSet,
  viewed: readonly number[],
): number[] {
  const history = viewed.map((itemId, age) => ({ itemId, weight: 0.85 ** age }));
  const exclude = new Set(viewed);
  const beside = new Set(
    viewed.slice(0, 5).flatMap((seen) => {
      const { kind } = itemOf(seen);
      return popular.filter((itemId) => itemId !== seen && itemOf(itemId).kind === kind).slice(0, 60);
    }),
  );
  const ranked = (among: readonly number[]) => model.recommendForHistory({ history, exclude, k: 60, among });
  const shelf = diversify(interleave(ranked([...beside]), ranked(popular)), {
    groupsOf: (itemId) => [itemOf(itemId).kind, `brand ${itemOf(itemId).brand}`],
    window: 5,
    limit: 3,
    take: 20,
  });
  return shelf.map(({ itemId }) => itemId);
}
