import { expect, test } from 'vitest';
import type { Candidate } from './candidate.ts';
import { diversify } from './diversify.ts';
import { fuseRankings } from './fuse-rankings.ts';
import { interleave } from './interleave.ts';
import { mergeCandidates } from './merge-candidates.ts';

function candidates(source: Candidate['source'], ...itemIds: number[]): Candidate[] {
  return itemIds.map((itemId, index) => ({ itemId, score: -index, source, reason: { code: 'popular' } }));
}

test('an item keeps the source of the highest rung that proposed it', () => {
  const merged = mergeCandidates([candidates('model', 3, 1), candidates('popular', 1, 2, 3, 4)]);
  expect(merged.map(({ itemId, source }) => [itemId, source])).toEqual([
    [3, 'model'],
    [1, 'model'],
    [2, 'popular'],
    [4, 'popular'],
  ]);
});

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

test('of things that are all of one kind, spreads the brands out', () => {
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

test('makes one ranking of two: what both like comes first, what one does not know keeps its place among equals', () => {
  expect(fuseRankings([1, 2, 3, 4], [3, 1])).toEqual([1, 3, 2, 4]);
  expect(fuseRankings([1, 2, 3], [])).toEqual([1, 2, 3]);
});
