import type { RecommenderModel, ScoredItem } from '@kindred/recommender';
import { expect, test } from 'vitest';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { modelOfItems } from './model-of-items.ts';

/** Products 1, 2 and 3 are now item 1. */
const group = [1, 2, 3];
const products: ListedProducts = {
  hasGroups: true,
  has: () => true,
  find: () => undefined,
  beside: () => [],
  near: () => [],
  mostRated: () => [],
  mostRatedIn: () => [],
  someSold: () => [],
  categoryOf: () => undefined,
  isWithin: () => false,
  categoryNameOf: () => undefined,
  itemOf: (id) => (group.includes(id) ? 1 : id),
  productsOf: (itemId) => (itemId === 1 ? group : [itemId]),
};

/** Knows 2, 3, 7, 8 and 9, and ranks them 3, 7, 2, 8, 9. */
const order = [3, 7, 2, 8, 9];
const rank = (exclude: ReadonlySet<number>, k: number, among = order): ScoredItem[] =>
  order
    .filter((id) => !exclude.has(id) && among.includes(id))
    .slice(0, k)
    .map((itemId) => ({ itemId, score: 10 - order.indexOf(itemId) }));
const known = (history: readonly number[]) => history.some((id) => order.includes(id));
const before: RecommenderModel = {
  version: 'v',
  kind: 'before',
  numUsers: 1,
  numItems: 5,
  knowsUser: () => true,
  knowsItem: (id) => order.includes(id),
  recommendForUser: ({ exclude, k, among }) => rank(exclude, k, among && [...among]),
  recommendForHistory: ({ history, exclude, k, among }) =>
    known(history) ? rank(exclude, k, among && [...among]) : [],
  recommendSoon: async ({ exclude, k }) => rank(exclude, k),
  similarItems: (itemId, k, among) => rank(new Set([itemId]), k, among && [...among]),
  strongestReason: (history) => history.find((id) => order.includes(id)),
};
const model = modelOfItems(before, products);
const none = new Set<number>();

test('two products of a group are one item, with the better score', async () => {
  const all = [
    { itemId: 1, score: 10 },
    { itemId: 7, score: 9 },
    { itemId: 8, score: 7 },
  ];
  expect(model.recommendForUser({ userId: 'U', recent: [], exclude: none, k: 4 })).toEqual(all);
  const asked = { userId: 'U', recent: [], history: [], exclude: none, k: 4 };
  expect(await model.recommendSoon!(asked)).toEqual(all);
  expect(model.recommendForHistory({ history: [1], exclude: none, k: 4 })).toEqual(all);
  expect(model.recommendForHistory({ history: [1], exclude: none, k: 4, among: [1, 9] })).toEqual([
    { itemId: 1, score: 10 },
    { itemId: 9, score: 6 },
  ]);
});

test('any product of an item identifies it; excluding the item excludes all of them; it is not similar to itself', () => {
  expect([model.knowsItem(1), model.knowsItem(7), model.knowsItem(5)]).toEqual([true, true, false]);
  const withoutIt = model.recommendForUser({ userId: 'U', recent: [], exclude: new Set([1]), k: 2 });
  expect(withoutIt.map(({ itemId }) => itemId)).toEqual([7, 8]);
  expect(model.similarItems(1, 3).map(({ itemId }) => itemId)).not.toContain(1);
  expect(model.strongestReason([5, 1], 7)).toBe(1);
});

test('returns the model itself in a shop without groups', () => {
  expect(modelOfItems(before, { ...products, hasGroups: false })).toBe(before);
});
