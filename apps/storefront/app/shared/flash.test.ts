import { expect, test } from 'vitest';
import { flashOf } from './flash.ts';

const cookieOf = (message: unknown) => `a=1; kindred_flash=${encodeURIComponent(JSON.stringify(message))}`;

test('reads what an action had to say', () => {
  expect(flashOf(cookieOf({ text: 'Address saved' }))).toEqual({ text: 'Address saved' });
  const link = { href: '/cart', label: 'View cart' };
  expect(flashOf(cookieOf({ text: 'Added', link }))).toEqual({ text: 'Added', link });
});

test('says nothing for a cookie that is none of the shop’s', () => {
  for (const cookies of [
    null,
    '',
    'kindred_flash=',
    'kindred_flash=%7B',
    cookieOf({ text: 5 }),
    cookieOf(null),
  ])
    expect(flashOf(cookies)).toBeUndefined();
});

test('leads nowhere else', () => {
  for (const href of ['//evil.example', '/\\evil.example', 'javascript:0'])
    expect(flashOf(cookieOf({ text: 'Hello', link: { href, label: 'Win' } }))).toEqual({ text: 'Hello' });
});
