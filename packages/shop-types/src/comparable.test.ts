import { expect, test } from 'vitest';
import { isComparable, isCompared } from './comparable.ts';

test('numbers of the maker and of other shops are not compared', () => {
  expect(['Material', 'UPC', 'Best Sellers Rank', 'Item Weight', ' isbn-13 '].filter(isCompared)).toEqual([
    'Material',
    'Item Weight',
  ]);
});

test('a product is comparable with three details that say something, whatever their case', () => {
  expect(isComparable(['Material', 'Size', 'Style'])).toBe(true);
  expect(isComparable(['Color', 'color', 'Size', 'UPC', 'Brand'])).toBe(false);
});
