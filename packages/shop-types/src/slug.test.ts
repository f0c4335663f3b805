import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a slug keeps the letters and digits of a title', () => {
  expect(slugOf('Crème brûlée set — 4 ramekins (8 oz)')).toBe('creme-brulee-set-4-ramekins-8-oz');
  expect(slugOf('x'.repeat(200))).toHaveLength(80);
});
