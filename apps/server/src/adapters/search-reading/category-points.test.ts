import { expect, test } from 'vitest';
import { categoryPoints } from './category-points.ts';

test('the best known category gets the most points, one without ratings gets none', () => {
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

test('among very many categories, only the best known get points', () => {
  const points = categoryPoints(Array.from({ length: 9_000 }, (_, id) => [id, 1_000 + id] as const));
  expect([points.size, points.get(8_999), points.get(0)]).toEqual([500, 0.1, undefined]);
});

test('in a shop without ratings, no category gets points', () => {
  expect(categoryPoints([[7, 0]])).toEqual(new Map());
});
