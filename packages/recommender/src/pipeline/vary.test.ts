import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveNumber, reachOf, shelfLength, vary } from './vary.ts';

const items = (...itemIds: number[]) => itemIds.map((itemId) => ({ itemId }));
const kindOf = (itemId: number) => Math.floor(itemId / 10);
const like = (...itemIds: number[]) => itemIds.map((itemId) => ({ itemId, weight: 1 }));

const ranked = items(10, 20, 30, 40, 50);

test('a narrow history reaches further than a wide one, and one stray view does not make it wide', () => {
  const reach = (history: { itemId: number; weight: number }[]) => reachOf({ history, ranked, kindOf });
  expect(reach(like(10, 11, 20, 21))).toBeGreaterThan(0);
  expect(reach(like(10, 20, 30))).toBe(0);
  expect(reach([...like(10, 11, 20), { itemId: 30, weight: 0.2 }])).toBeGreaterThan(0);
  expect(reach([])).toBe(0);
  expect(reachOf({ history: like(10), ranked, kindOf: () => undefined })).toBe(0);
});

test('a list of one or two kinds is not varied, because it offers no others', () => {
  expect(reachOf({ history: like(10), ranked: items(11, 12, 13, 20), kindOf })).toBe(0);
});

test('the effective number of equal parts is their number', () => {
  expect(effectiveNumber([2, 2, 2])).toBeCloseTo(3);
  expect(effectiveNumber([9, 1])).toBeLessThan(1.3);
});

test('a good item of a new group comes before a better one of a group that is there', () => {
  const varied = vary(items(10, 11, 12, 20, 30), { reach: 5, kindOf, brandOf: () => undefined });
  expect(varied.map(({ itemId }) => itemId)).toEqual([10, 20, 30, 11, 12]);
});

test('keeps every item, and lets none jump further than it may reach', () => {
  const list = fc.uniqueArray(fc.nat(500), { maxLength: 80 });
  fc.assert(
    fc.property(list, fc.nat(14), (itemIds, reach) => {
      const varied = vary(items(...itemIds), { reach, kindOf: (id) => id % 7, brandOf: (id) => id % 3 });
      expect(varied.map(({ itemId }) => itemId).toSorted()).toEqual(itemIds.toSorted());
      const first = varied.slice(0, shelfLength).map(({ itemId }) => itemIds.indexOf(itemId));
      expect(Math.max(0, ...first)).toBeLessThan(shelfLength + Math.max(reach, 1));
      if (reach === 0) expect(varied).toEqual(items(...itemIds));
    }),
    { numRuns: 60 },
  );
});
