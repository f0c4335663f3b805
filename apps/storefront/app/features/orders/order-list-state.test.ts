import { expect, test } from 'vitest';
import { orderListPath, parseOrderList } from './order-list-state.ts';

test('keeps an address that is read and written again', () => {
  for (const path of ['/account/orders', '/account/orders?q=oak+lamp&status=open&cursor=abc'])
    expect(orderListPath(parseOrderList(new URL(path, 'https://shop.test').searchParams))).toBe(path);
});

test('ignores invalid values', () => {
  expect(parseOrderList(new URLSearchParams({ q: '  ', status: 'Pending' }))).toEqual({});
});
