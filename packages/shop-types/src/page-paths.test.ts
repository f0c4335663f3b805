import { expect, test } from 'vitest';
import { brandPath, categoryPath, productPath } from './page-paths.ts';

test('leaves out the slug if it would be empty', () => {
  expect(productPath({ product_id: 7, title: '茶碗' })).toBe('/p/7');
  expect(productPath({ product_id: 7, title: 'Tea bowl' })).toBe('/p/7/tea-bowl');
});

test('keeps the slashes of a category’s slug', () => {
  expect(categoryPath('home-kitchen/coffee & tea')).toBe('/c/home-kitchen/coffee%20%26%20tea');
});

test('a brand is its name, whatever it consists of', () => {
  expect(brandPath('Marin & Vale')).toBe('/b/Marin%20%26%20Vale');
  expect(brandPath('AC/DC?')).toBe('/b/AC%2FDC%3F');
});
