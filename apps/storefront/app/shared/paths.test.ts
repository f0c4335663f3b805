import { expect, test } from 'vitest';
import { categoryPath, productPath, reviewPath, slugOf } from './paths.ts';

test('keeps letters and digits of a title in its slug', () => {
  expect(slugOf('Crème brûlée set — 4 ramekins (8 oz)')).toBe('creme-brulee-set-4-ramekins-8-oz');
  expect(slugOf('x'.repeat(200))).toHaveLength(80);
});

test('leaves the slug out where a title has nothing to write in it', () => {
  expect(productPath({ product_id: 7, title: '茶碗' })).toBe('/p/7');
  expect(reviewPath({ product_id: 7, title: '茶碗' })).toBe('/p/7/-/review');
  expect(productPath({ product_id: 7, title: 'Tea bowl' })).toBe('/p/7/tea-bowl');
});

test('keeps the slashes of a category', () => {
  expect(categoryPath('home-kitchen/coffee & tea')).toBe('/c/home-kitchen/coffee%20%26%20tea');
});
