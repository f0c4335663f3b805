import { expect, test } from 'vitest';
import { reviewPath } from './paths.ts';

test('the page to review a product has a part for the title, whatever the title is', () => {
  expect(reviewPath({ product_id: 7, title: '茶碗' })).toBe('/p/7/-/review');
  expect(reviewPath({ product_id: 7, title: 'Tea bowl' })).toBe('/p/7/tea-bowl/review');
});
