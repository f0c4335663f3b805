import { expect, test } from 'vitest';
import { learnedPoints, mostLearnedPoints } from './learned-points.ts';

test('two people earn no points, three do', () => {
  expect(learnedPoints({ clickers: 2, buyers: 2 })).toBe(0);
  expect(learnedPoints({ clickers: 3, buyers: 0 })).toBe(0.08);
  expect(learnedPoints({ clickers: 0, buyers: 3 })).toBe(0.23);
});

test('more people earn more points, and a buyer counts four times', () => {
  expect(learnedPoints({ clickers: 10, buyers: 0 })).toBe(0.2);
  expect(learnedPoints({ clickers: 10, buyers: 5 })).toBe(0.36);
  expect(learnedPoints({ clickers: 3, buyers: 3 })).toBeGreaterThan(
    learnedPoints({ clickers: 6, buyers: 0 }),
  );
});

test('any number of clicks earns at most half of the points, many purchases earn nearly all', () => {
  expect(learnedPoints({ clickers: 1_000_000, buyers: 0 })).toBe(mostLearnedPoints / 2);
  expect(learnedPoints({ clickers: 1_000_000, buyers: 1_000_000 })).toBeLessThanOrEqual(mostLearnedPoints);
});
