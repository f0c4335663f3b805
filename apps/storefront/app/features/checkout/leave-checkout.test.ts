import { expect, test } from 'vitest';
import { placedOrderPath } from './leave-checkout.ts';

test('only a guest has the order’s access token in its address', () => {
  const order = { order_id: 'f00d', is_guest: true };
  expect(placedOrderPath({ order, access_token: 'secret' })).toBe('/orders/f00d?access=secret&placed=1');
  expect(placedOrderPath({ order: { ...order, is_guest: false }, access_token: 'secret' })).toBe(
    '/orders/f00d?placed=1',
  );
});
