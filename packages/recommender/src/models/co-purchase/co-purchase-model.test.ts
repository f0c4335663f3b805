import { expect, test } from 'vitest';
import { createStoredTensors } from '../stored-tensors.ts';
import { createCoPurchaseModel } from './co-purchase-model.ts';
import { loadNeighbours } from './trained-neighbours.ts';

/** Item 10 goes with 11 (twice) and 12 (once); 20 goes with 12 (four times); 30 goes with nothing. */
const neighbours = {
  pointers: Int32Array.of(0, 2, 3, 4, 5, 5),
  items: Int32Array.of(1, 2, 0, 3, 2),
  excess: Float32Array.of(2, 1, 2, 4, 4),
};
const model = createCoPurchaseModel({
  version: 'v1',
  kind: 'co-purchase',
  userIds: [],
  itemIds: Int32Array.of(10, 11, 12, 20, 30),
  neighbours,
});
const none = new Set<number>();
const ask = (history: number[], among?: number[]) =>
  model.recommendForHistory({ history, exclude: new Set(history), k: 5, ...(among && { among }) });

test('adds up what goes with a history, the newest item counting most', () => {
  expect(ask([10])).toEqual([
    { itemId: 11, score: 2 },
    { itemId: 12, score: 1 },
  ]);
  expect(ask([10, 20])[0]).toEqual({ itemId: 12, score: 1 + 0.85 * 4 });
  expect(ask([20, 10])[0]).toEqual({ itemId: 12, score: 4 + 0.85 * 1 });
});

test('ranks only the given items, and leaves out those that no item of the history goes with', () => {
  expect(ask([10], [30, 12, 999])).toEqual([{ itemId: 12, score: 1 }]);
  expect(model.similarItems(10, 5, [12, 30])).toEqual([{ itemId: 12, score: 1 }]);
});

test('similar is what is liked together more often than by chance', () => {
  expect(model.similarItems(10, 1)).toEqual([{ itemId: 11, score: 2 }]);
  expect(model.similarItems(30, 5)).toEqual([]);
  expect(model.similarItems(999, 5)).toEqual([]);
});

test('names the item of the history that adds most', () => {
  expect(model.strongestReason([10, 20], 12)).toBe(20);
  expect(model.strongestReason([10, 999], 11)).toBe(10);
  expect(model.strongestReason([20], 11)).toBeUndefined();
  expect(model.strongestReason([10], 999)).toBeUndefined();
});

test('knows no users, and returns an empty list for them', () => {
  expect(model.knowsUser('eve')).toBe(false);
  expect(model.recommendForUser({ userId: 'eve', recent: [10], exclude: none, k: 3 })).toEqual([]);
  expect(ask([999, 30])).toEqual([]);
});

test('one call does not affect the next', () => {
  const first = ask([10, 20]);
  ask([12]);
  expect(ask([10, 20])).toEqual(first);
});

test.each([
  ['lists that do not begin at 0', { pointers: Int32Array.of(1, 2, 3, 4, 5, 5) }, /begin with 0/],
  ['lists that overlap', { pointers: Int32Array.of(0, 3, 2, 4, 5, 5) }, /never fall/],
  ['an item that there is not', { items: Int32Array.of(1, 2, 0, 9, 2) }, /names item 9, but there are 5/],
  ['a list cut short', { items: Int32Array.of(1, 2, 0) }, /neighbours must be int32 of 5/],
  ['what speaks against', { excess: Float32Array.of(2, 1, -2, 4, 4) }, /must be above 0/],
])('refuses %s', (_, change, message) => {
  const { pointers, items, excess } = { ...neighbours, ...change };
  const tensors = new Map(
    Object.entries({ neighbour_pointers: pointers, neighbours: items, neighbour_excess: excess }).map(
      ([name, data]) => [name, { shape: [data.length], data }] as const,
    ),
  );
  const stored = createStoredTensors({ source: 'model.safetensors', tensors, numUsers: 0, numItems: 5 });
  expect(() => loadNeighbours(stored)).toThrow(message);
});
