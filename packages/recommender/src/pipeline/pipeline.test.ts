import { expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { diversify } from './diversify.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { interleave } from './interleave.ts';

function candidates(source: Candidate['source'], ...itemIds: number[]): Candidate[] {
  return itemIds.map((itemId, index) => ({ itemId, score: -index, source }));
}

test('spreads a group out and loses nothing', () => {
  const ordered = diversify(candidates('model', 10, 11, 12, 20, 13, 21), {
    groupsOf: (itemId) => [Math.floor(itemId / 10)],
    window: 3,
    limit: 2,
  });
  expect(ordered.map(({ itemId }) => itemId)).toEqual([10, 11, 20, 12, 13, 21]);
});

test('keeps the order when there is but one group', () => {
  const ordered = diversify(candidates('model', 1, 2, 3, 4), {
    groupsOf: () => ['all'],
    window: 4,
    limit: 1,
  });
  expect(ordered.map(({ itemId }) => itemId)).toEqual([1, 2, 3, 4]);
});

test('continues where the previous page ended', () => {
  const all = candidates('model', 10, 11, 12, 20, 13, 21, 30, 14, 31, 22);
  const options = { groupsOf: (itemId: number) => [Math.floor(itemId / 10)], window: 3, limit: 1 };
  const whole = diversify(all, options);
  const first = diversify(all, { ...options, take: 4 });
  const after = first.map(({ itemId }) => itemId);
  const rest = all.filter(({ itemId }) => !after.includes(itemId));
  expect([...first, ...diversify(rest, { ...options, after })]).toEqual(whole);
});

test('spreads the brands out when all items are of one category', () => {
  const brandOf = (itemId: number) => `brand ${Math.floor(itemId / 10)}`;
  const ordered = diversify(candidates('model', 10, 11, 12, 20, 21, 30), {
    groupsOf: (itemId) => ['all', brandOf(itemId)],
    window: 2,
    limit: 1,
  });
  expect(ordered.map(({ itemId }) => itemId)).toEqual([10, 20, 11, 21, 12, 30]);
});

test('takes from lists in turn, each item once', () => {
  const mixed = interleave(candidates('similar', 1, 2, 3), candidates('session', 2, 1, 9, 8, 7), []);
  expect(mixed.map(({ itemId, source }) => [itemId, source])).toEqual([
    [1, 'similar'],
    [2, 'session'],
    [3, 'similar'],
    [9, 'session'],
    [8, 'session'],
    [7, 'session'],
  ]);
});

test('fuses two rankings: items of both come first, an item of one keeps its place among equals', () => {
  expect(fuseRankings([1, 2, 3, 4], [3, 1])).toEqual([1, 3, 2, 4]);
  expect(fuseRankings([1, 2, 3], [])).toEqual([1, 2, 3]);
});
