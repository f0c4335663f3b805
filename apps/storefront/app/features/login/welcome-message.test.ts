import type { LoginAnswer } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { welcomeMessage } from './welcome-message.ts';

const user = { first_name: 'Ada' } as LoginAnswer['user'];
const line = (from_visitor: number, from_user: number, clamped = false) => ({
  product_id: 1,
  title: 'Mug',
  from_visitor,
  from_user,
  quantity: from_visitor + from_user,
  clamped,
});
const merged = (...lines: ReturnType<typeof line>[]) =>
  welcomeMessage({ user, cart_merge: { lines, promo_codes: [] } });
const link = { href: '/cart', label: 'View cart' };

test('greets the shopper, and does not mention an unchanged cart', () => {
  expect(welcomeMessage({ user })).toEqual({ text: 'Welcome back, Ada.' });
  expect(welcomeMessage({ user: { ...user, first_name: null } })).toEqual({ text: 'You are logged in.' });
  expect(merged(line(2, 0))).toEqual({ text: 'Welcome back, Ada.' });
});

test('says how many items of the last visit were added', () => {
  expect(merged(line(1, 1), line(0, 1))).toEqual({
    text: 'Welcome back, Ada. 2 items from your last visit were added to your cart.',
    link,
  });
  expect(merged(line(3, 1)).text).toContain('1 item from your last visit was added to your cart.');
});

test('says so if the stock is too small for both carts', () => {
  expect(merged(line(2, 2, true)).text).toBe(
    'Welcome back, Ada. 2 items from your last visit were added to your cart. Some quantities were reduced because stock is limited.',
  );
});
