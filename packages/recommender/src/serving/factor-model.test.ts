import { createMatrix } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { createFactorModel } from './factor-model.ts';

/** The vectors of items 10 and 11 point east, those of 20 and 21 north. */
const model = createFactorModel({
  itemIds: Int32Array.of(10, 11, 20, 21),
  itemEmbeddings: createMatrix(4, 2, Float32Array.of(3, 0, 2, 0.2, 0, 2, 0.1, 1)),
  foldInVectors: createMatrix(4, 2, Float32Array.of(1, 0, 1, 0, 0, 1, 0, 1)),
});
const none = new Set<number>();
const ids = (items: { itemId: number }[]) => items.map(({ itemId }) => itemId);
const east = { itemId: 10, weight: 1 };
const north = { itemId: 20, weight: 1 };

test('folds a history in, each item by its weight', () => {
  const alone = model.recommendForHistory({ history: [north], exclude: new Set([20]), k: 1 });
  expect(ids(alone)).toEqual([21]);
  expect(alone[0].score).toBeCloseTo(1);
  const scoreOf20 = (weight: number) =>
    model
      .recommendForHistory({ history: [east, { ...north, weight }], exclude: none, k: 4 })
      .find(({ itemId }) => itemId === 20)!.score;
  expect(scoreOf20(1)).toBeGreaterThan(scoreOf20(0.5));
  expect(scoreOf20(0)).toBe(0);
  expect(scoreOf20(-0.5)).toBeLessThan(0);
});

test('returns an empty list for an unknown history or item', () => {
  expect(model.recommendForHistory({ history: [{ itemId: 999, weight: 1 }], exclude: none, k: 3 })).toEqual(
    [],
  );
  expect(model.similarItems(999, 3)).toEqual([]);
});

test('similar means the same direction, not the same length', () => {
  expect(ids(model.similarItems(10, 3))).toEqual([11, 21, 20]);
  expect(model.similarItems(20, 3)[0].itemId).toBe(21);
});

test('ranks only the given items', () => {
  const asked = { history: [east], exclude: new Set([10]), k: 5 };
  expect(ids(model.recommendForHistory({ ...asked, among: [21, 20, 10, 999] }))).toEqual([21, 20]);
  expect(ids(model.similarItems(10, 5, [10, 20, 21]))).toEqual([21, 20]);
});

test('returns no more items than exist', () => {
  expect(model.recommendForHistory({ history: [east], exclude: none, k: 50 })).toHaveLength(4);
});
