import type { PriceBar } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { parseListing } from './listing-state.ts';
import { isInRange, pricePresets } from './price-presets.ts';

const barsOf = (...bars: [from: number, to: number, count: number][]): PriceBar[] =>
  bars.map(([from_minor, to_minor, count]) => ({ from_minor, to_minor, count }));

test('cuts the prices near a third and three quarters of the products, at borders of bars', () => {
  const bars = barsOf(
    [700, 1_000, 20],
    [1_000, 1_500, 10],
    [1_500, 2_000, 30],
    [2_000, 3_000, 10],
    [3_000, 5_000, 30],
  );
  expect(pricePresets(bars, 'USD')).toEqual([
    { label: 'Under $15', priceFrom: undefined, priceTo: 14.99, share: 0.3 },
    { label: '$15 to $30', priceFrom: 15, priceTo: 29.99, share: 0.4 },
    { label: '$30 and up', priceFrom: 30, priceTo: undefined, share: 0.3 },
  ]);
  expect(pricePresets(barsOf([100, 150, 1], [150, 200, 1], [200, 300, 2]), 'JPY')[0]).toMatchObject({
    label: 'Under ¥150',
    priceTo: 149,
  });
});

test('has no cuts where all prices are close together', () => {
  expect(pricePresets([], 'USD')).toEqual([]);
  expect(pricePresets(barsOf([700, 1_000, 3], [1_000, 1_500, 3]), 'USD')).toEqual([]);
});

test('a bar is in the range if one of its prices can be', () => {
  const inRange = (query: string) =>
    isInRange(
      { from_minor: 1_000, to_minor: 1_500, count: 1 },
      parseListing(new URLSearchParams(query)),
      'USD',
    );
  expect(['', 'price_from=14.99', 'price_to=10'].map(inRange)).toEqual([true, true, true]);
  expect(['price_from=15', 'price_to=9.99'].map(inRange)).toEqual([false, false]);
});
