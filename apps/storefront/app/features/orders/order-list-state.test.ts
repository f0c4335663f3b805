import { expect, test } from 'vitest';
import { orderListPath, parseOrderList } from './order-list-state.ts';

test('an address and what it shows say the same', () => {
  for (const path of ['/account/orders', '/account/orders?q=oak+lamp&status=open&cursor=abc'])
    expect(orderListPath(parseOrderList(new URL(path, 'https://shop.test').searchParams))).toBe(path);
});

test('what nobody can mean shows everything', () => {
  expect(parseOrderList(new URLSearchParams({ q: '  ', status: 'Pending' }))).toEqual({});
});
