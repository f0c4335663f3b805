import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barOf, barsBetween, priceBorders } from './price-borders.ts';

const somePrice = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  fc.constantFrom(...priceBorders.slice(0, -1)),
  fc.constantFrom(...priceBorders.slice(1).map((border) => border - 1)),
);

test('every price is in one bar, and each bar is at most twice as wide as where it begins', () => {
  expect(priceBorders.slice(0, 14)).toEqual([0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150]);
  expect(priceBorders.slice(-3)).toEqual([1_500_000_000, 2_000_000_000, 2_147_483_648]);
  fc.assert(
    fc.property(somePrice, (price) => {
      const bar = barOf(price);
      expect(priceBorders[bar]).toBeLessThanOrEqual(price);
      expect(priceBorders[bar + 1]).toBeGreaterThan(price);
    }),
  );
});

test('the bars of a list begin with its lowest price and end with its highest', () => {
  expect(barsBetween(999, 2_100, (bar) => bar)).toEqual([
    { fromMinor: 700, toMinor: 1_000, count: barOf(700) },
    { fromMinor: 1_000, toMinor: 1_500, count: barOf(1_000) },
    { fromMinor: 1_500, toMinor: 2_000, count: barOf(1_500) },
    { fromMinor: 2_000, toMinor: 3_000, count: barOf(2_000) },
  ]);
  expect(barsBetween(0, 0, () => 3)).toEqual([{ fromMinor: 0, toMinor: 1, count: 3 }]);
});
