import { expect, test } from 'vitest';
import { cookieIn } from './page-cookie.ts';

test('reads the whole value of a cookie, decoded', () => {
  expect(cookieIn('a=1; kindred_flash=aGk=; b', 'kindred_flash')).toBe('aGk=');
  expect(cookieIn('kindred_flash=%C3%A5', 'kindred_flash')).toBe('å');
  expect(cookieIn('a=1', 'kindred_flash')).toBeUndefined();
  expect(cookieIn(null, 'kindred_flash')).toBeUndefined();
});
