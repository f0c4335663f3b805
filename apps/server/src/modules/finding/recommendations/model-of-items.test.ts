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
  version: 1,
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
const before: RecommenderModel = {
  version: 'v',
  kind: 'before',
  numItems: 5,
  knowsItem: (id) => order.includes(id),
  recommendForHistory: ({ history, exclude, k, among }) =>
    history.some(({ itemId }) => order.includes(itemId)) ? rank(exclude, k, among && [...among]) : [],
  similarItems: (itemId, k, among) => rank(new Set([itemId]), k, among && [...among]),
  causes:
    ({ history }) =>
    (itemId) =>
      itemId === 9 ? undefined : history.find((entry) => order.includes(entry.itemId))?.itemId,
  goesWith: ({ items, exclude, k, accepts }) =>
    rank(new Set([...exclude, ...items.map(({ itemId }) => itemId)]), k, order.filter(accepts)),
  likedTogether: (itemId, k, accepts = () => true) => rank(new Set([itemId]), k, order.filter(accepts)),
};
const model = modelOfItems(before, products);
const none = new Set<number>();

const like = (...itemIds: number[]) => itemIds.map((itemId) => ({ itemId, weight: 1 }));
const ids = (items: readonly ScoredItem[]) => items.map(({ itemId }) => itemId);

test('two products of a group are one item, with the better score', () => {
  const all = [
    { itemId: 1, score: 10 },
    { itemId: 7, score: 9 },
    { itemId: 8, score: 7 },
  ];
  const asked = { history: like(1), exclude: none, k: 4 };
  expect(model.recommendForHistory(asked)).toEqual(all);
  expect(model.recommendForHistory({ ...asked, among: [1, 9] })).toEqual([
    { itemId: 1, score: 10 },
    { itemId: 9, score: 6 },
  ]);
});

test('any product of an item identifies it; excluding the item excludes all of them; it is not similar to itself', () => {
  expect([model.knowsItem(1), model.knowsItem(7), model.knowsItem(5)]).toEqual([true, true, false]);
  expect(ids(model.recommendForHistory({ history: like(7), exclude: new Set([1]), k: 2 }))).toEqual([7, 8]);
  expect(ids(model.similarItems(1, 3))).not.toContain(1);
  const accepts = (itemId: number) => itemId !== 8;
  expect(ids(model.goesWith({ items: like(1), history: [], exclude: none, k: 9, accepts }))).toEqual([
    1, 7, 9,
  ]);
  expect(ids(model.likedTogether(1, 9, accepts))).toEqual([7, 9]);
});

test('a cause is an item of the history, and there is none if the model names none', () => {
  const causeOf = model.causes({ history: like(5, 1), exclude: none, k: 3 });
  expect([causeOf(7), causeOf(1), causeOf(9)]).toEqual([1, 1, undefined]);
});

test('returns the model itself in a shop without groups', () => {
  expect(modelOfItems(before, { ...products, hasGroups: false })).toBe(before);
});
