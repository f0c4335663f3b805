import { expect, test } from 'vitest';
import { countOf, listOf } from './in-words.ts';

test('a count has its noun', () => {
  expect([0, 1, 1240].map((count) => countOf(count, 'product'))).toEqual([
    '0 products',
    '1 product',
    '1,240 products',
  ]);
  expect(countOf(2, 'category', 'categories')).toBe('2 categories');
});

test('a list is said as a sentence, a long one in part', () => {
  const names = ['Mugs', 'Pans', 'Lamps', 'Rugs', 'Toys'];
  expect([0, 1, 2, 3, 4, 5].map((length) => listOf(names.slice(0, length)))).toEqual([
    '',
    'Mugs',
    'Mugs and Pans',
    'Mugs, Pans and Lamps',
    'Mugs, Pans and 2 more',
    'Mugs, Pans and 3 more',
  ]);
});
