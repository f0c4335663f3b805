import { expect, test } from 'vitest';
import { foundClickOf, foundHref, searchIdOf } from './search-origin.ts';

const searchId = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';
const bowl = { product_id: 7, title: 'Tea bowl' };

test('reads the search from the link of a found product', () => {
  const { pathname, searchParams } = new URL(foundHref(bowl, searchId), 'http://shop.test');
  expect(pathname).toBe('/p/7/tea-bowl');
  expect(searchIdOf(searchParams)).toBe(searchId);
  expect(foundClickOf(searchParams, 7)).toEqual({ kind: 'click', product_id: 7, search_id: searchId });
});

test('a product that no search found has a plain address, which is not a click', () => {
  expect(foundHref(bowl, undefined)).toBe('/p/7/tea-bowl');
  for (const query of ['', 'search=', 'search=mug', `search=${searchId}0`])
    expect(foundClickOf(new URLSearchParams(query), 7)).toBeUndefined();
});
