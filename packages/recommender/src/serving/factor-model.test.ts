import { createMatrix } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { createFactorModel } from './factor-model.ts';

/** The vectors of items 10 and 11 point east, those of 20 and 21 north; Eve's points east. */
const model = createFactorModel({
  version: 'v1',
  kind: 'lightgcn',
  userIds: ['eve'],
  itemIds: Int32Array.of(10, 11, 20, 21),
  userEmbeddings: createMatrix(1, 2, Float32Array.of(1, 0)),
  itemEmbeddings: createMatrix(4, 2, Float32Array.of(3, 0, 2, 0.2, 0, 2, 0.1, 1)),
  foldInVectors: createMatrix(4, 2, Float32Array.of(1, 0, 1, 0, 0, 1, 0, 1)),
});
const none = new Set<number>();
const ids = (items: { itemId: number }[]) => items.map(({ itemId }) => itemId);

test('ranks by the dot product, without what is excluded', () => {
  const shelf = model.recommendForUser({ userId: 'eve', recent: [], exclude: new Set([10]), k: 3 });
  expect(ids(shelf)).toEqual([11, 21, 20]);
  expect(shelf[0].score).toBeCloseTo(2);
});

test('products that a user viewed since the training move their vector', () => {
  const shelf = model.recommendForUser({ userId: 'eve', recent: [20, 20, 20, 21], exclude: none, k: 4 });
  const still = model.recommendForUser({ userId: 'eve', recent: [], exclude: none, k: 4 });
  const scoreOf = (items: typeof shelf, id: number) => items.find(({ itemId }) => itemId === id)!.score;
  expect(scoreOf(shelf, 20)).toBeGreaterThan(scoreOf(still, 20) + 1);
});

test('folds a history in, the newest item counting most', () => {
  expect(ids(model.recommendForHistory({ history: [20], exclude: new Set([20]), k: 1 }))).toEqual([21]);
  const northLast = model.recommendForHistory({ history: [20, 11], exclude: none, k: 4 });
  const eastLast = model.recommendForHistory({ history: [11, 20], exclude: none, k: 4 });
  const score = (items: typeof northLast) => items.find(({ itemId }) => itemId === 20)!.score;
  expect(score(northLast)).toBeGreaterThan(score(eastLast));
});

test('concurrent callers get the same answers as single callers', async () => {
  const eve = { userId: 'eve', recent: [20], exclude: new Set([10]), k: 2 };
  const adam = { history: [21, 20], exclude: none, k: 3 };
  const [forEve, forAdam, forNobody] = await Promise.all([
    model.recommendSoon!({ ...eve, history: [] }),
    model.recommendSoon!({ ...adam, userId: 'adam', recent: [] }),
    model.recommendSoon!({ ...adam, userId: undefined, recent: [], history: [999] }),
  ]);
  expect(forEve).toEqual(model.recommendForUser(eve));
  expect(forAdam).toEqual(model.recommendForHistory(adam));
  expect(forNobody).toEqual([]);
});

test('returns an empty list for an unknown user', () => {
  expect(model.recommendForUser({ userId: 'adam', recent: [10], exclude: none, k: 3 })).toEqual([]);
  expect(model.recommendForHistory({ history: [999], exclude: none, k: 3 })).toEqual([]);
  expect(model.similarItems(999, 3)).toEqual([]);
});

test('similar means the same direction, not the same length', () => {
  expect(ids(model.similarItems(10, 3))).toEqual([11, 21, 20]);
  expect(model.similarItems(20, 3)[0].itemId).toBe(21);
});

test('ranks only the given items', () => {
  const history = { history: [10], exclude: new Set([10]), k: 5 };
  expect(ids(model.recommendForHistory({ ...history, among: [21, 20, 10, 999] }))).toEqual([21, 20]);
  expect(ids(model.similarItems(10, 5, [10, 20, 21]))).toEqual([21, 20]);
  const eve = { userId: 'eve', recent: [], exclude: new Set([10]), k: 5 };
  expect(ids(model.recommendForUser({ ...eve, among: [21, 11, 10, 999] }))).toEqual([11, 21]);
  expect(ids(model.recommendForUser({ ...eve, recent: [20, 20, 20], among: [11, 20] }))).toEqual([20, 11]);
});

test('returns no more items than exist', () => {
  expect(model.recommendForHistory({ history: [10], exclude: none, k: 50 })).toHaveLength(4);
});

test('names the item of the history that contributes most to a recommendation', () => {
  expect(model.strongestReason([20, 10], 11)).toBe(10);
  expect(model.strongestReason([20, 10], 21)).toBe(20);
  expect(model.strongestReason([999], 21)).toBeUndefined();
  expect(model.strongestReason([], 21)).toBeUndefined();
});
