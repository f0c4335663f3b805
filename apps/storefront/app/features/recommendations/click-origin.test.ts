import type { RecommendedItem } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { clickOf, recommendedHref } from './click-origin.ts';

const requestId = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';

test('reads the click from a card’s link', () => {
  const item = { product: { product_id: 7, title: 'Tea bowl' }, position: 3 } as RecommendedItem;
  const { pathname, searchParams } = new URL(recommendedHref(item, requestId), 'http://shop.test');
  expect(pathname).toBe('/p/7/tea-bowl');
  expect(clickOf(searchParams, 7)).toEqual({
    kind: 'click',
    product_id: 7,
    request_id: requestId,
    position: 3,
  });
});

test('a variant is clicked on the card of its product', () => {
  const item = { product: { product_id: 7, title: 'Tea bowl' }, position: 3 } as RecommendedItem;
  const href = recommendedHref(item, requestId, { product_id: 8, title: 'Tea bowl, moss' });
  const { pathname, searchParams } = new URL(href, 'http://shop.test');
  expect(pathname).toBe('/p/8/tea-bowl-moss');
  expect(clickOf(searchParams, 8)).toMatchObject({ product_id: 8, request_id: requestId, position: 3 });
});

test('an address with incomplete or invalid fields is not a click', () => {
  for (const query of [
    '',
    `rid=${requestId}`,
    'rid=1&pos=1',
    `rid=${requestId}&pos=0`,
    `rid=${requestId}&pos=1.5`,
  ])
    expect(clickOf(new URLSearchParams(query), 7)).toBeUndefined();
});
