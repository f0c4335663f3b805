import { expect, test } from 'vitest';
import { createStoredTensors } from '../stored-tensors.ts';
import { createCoPurchaseModel } from './co-purchase-model.ts';
import { readNeighbours } from './trained-neighbours.ts';

/** Item 10 goes with 11 (twice) and 12 (once); 20 goes with 12 (four times); 30 goes with nothing. */
const neighbours = {
  pointers: Int32Array.of(0, 2, 3, 4, 5, 5),
  items: Int32Array.of(1, 2, 0, 3, 2),
  excess: Float32Array.of(2, 1, 2, 4, 4),
};
const model = createCoPurchaseModel(Int32Array.of(10, 11, 12, 20, 30), neighbours);
const ask = (history: Record<number, number>, among?: number[]) =>
  model.recommendForHistory({
    history: Object.entries(history).map(([itemId, weight]) => ({ itemId: Number(itemId), weight })),
    exclude: new Set(Object.keys(history).map(Number)),
    k: 5,
    ...(among && { among }),
  });

test('adds up what goes with a history, each item by its weight', () => {
  expect(ask({ 10: 1 })).toEqual([
    { itemId: 11, score: 2 },
    { itemId: 12, score: 1 },
  ]);
  expect(ask({ 10: 1, 20: 0.5 })[0]).toEqual({ itemId: 12, score: 1 + 0.5 * 4 });
  expect(ask({ 10: 1, 20: -0.25 })).toEqual([{ itemId: 11, score: 2 }]);
});

test('ranks only the given items, and leaves out those that no item of the history goes with', () => {
  expect(ask({ 10: 1 }, [30, 12, 999])).toEqual([{ itemId: 12, score: 1 }]);
  expect(model.similarItems(10, 5, [12, 30])).toEqual([{ itemId: 12, score: 1 }]);
});

test('similar is what is liked together more often than by chance', () => {
  expect(model.similarItems(10, 1)).toEqual([{ itemId: 11, score: 2 }]);
  expect(model.similarItems(30, 5)).toEqual([]);
  expect(model.similarItems(999, 5)).toEqual([]);
});

test('one call does not affect the next', () => {
  const first = ask({ 10: 1, 20: 1 });
  ask({ 12: -1 });
  expect(ask({ 10: 1, 20: 1 })).toEqual(first);
  expect(ask({ 999: 1, 30: 1 })).toEqual([]);
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
  const stored = createStoredTensors({ source: 'model.safetensors', tensors, numItems: 5 });
  expect(() => readNeighbours(stored)).toThrow(message);
});
