import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

test.each([
  ['min_price', ['price_max', 'price_min'], 'price_min'],
  ['firstName', ['last_name', 'first_name'], 'first_name'],
  ['colour', ['category', 'color'], 'color'],
  ['qty', ['product_id', 'quantity'], 'quantity'],
  ['limit[]', ['limit'], 'limit'],
])('%s of %j is %s', (wrong, known, meant) => {
  expect(nearestName(wrong, known)).toBe(meant);
});

test.each(['k', 'slot', 'address', 'x'.repeat(100_000)])('%s is similar to no name', (wrong) => {
  expect(nearestName(wrong, ['q', 'limit', 'sort', 'age', 'gender'])).toBeUndefined();
});
