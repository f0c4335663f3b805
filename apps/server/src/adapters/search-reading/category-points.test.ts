import { expect, test } from 'vitest';
import { categoryPoints } from './category-points.ts';

test('the best known category gets most, one without ratings nothing', () => {
  const points = categoryPoints([
    [7, 1],
    [3, 1_000],
    [5, 100_000],
    [9, 0],
  ]);
  expect([...points]).toEqual([
    [5, 0.1],
    [3, 0.05],
  ]);
});

test('of very many the best known get something', () => {
  const points = categoryPoints(Array.from({ length: 9_000 }, (_, id) => [id, 1_000 + id] as const));
  expect([points.size, points.get(8_999), points.get(0)]).toEqual([500, 0.1, undefined]);
});

test('a shop without ratings has no better known category', () => {
  expect(categoryPoints([[7, 0]])).toEqual(new Map());
});
