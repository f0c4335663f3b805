import { expect, test } from 'vitest';
import { categoryPath, productPath, reviewPath, slugOf } from './paths.ts';

test('a slug keeps the letters and digits of a title', () => {
  expect(slugOf('Crème brûlée set — 4 ramekins (8 oz)')).toBe('creme-brulee-set-4-ramekins-8-oz');
  expect(slugOf('x'.repeat(200))).toHaveLength(80);
});

test('leaves out the slug if it would be empty', () => {
  expect(productPath({ product_id: 7, title: '茶碗' })).toBe('/p/7');
  expect(reviewPath({ product_id: 7, title: '茶碗' })).toBe('/p/7/-/review');
  expect(productPath({ product_id: 7, title: 'Tea bowl' })).toBe('/p/7/tea-bowl');
});

test('keeps the slashes of a category’s slug', () => {
  expect(categoryPath('home-kitchen/coffee & tea')).toBe('/c/home-kitchen/coffee%20%26%20tea');
});
