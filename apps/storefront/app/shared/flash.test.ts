import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { flashOf, redirectWith } from './flash.ts';
import { isOverHttpsContext } from './request-context.ts';

const cookieOf = (message: unknown) => `a=1; kindred_flash=${encodeURIComponent(JSON.stringify(message))}`;

test('reads the message of an action', () => {
  expect(flashOf(cookieOf({ text: 'Address saved' }))).toEqual({ text: 'Address saved' });
  const link = { href: '/cart', label: 'View cart' };
  expect(flashOf(cookieOf({ text: 'Added', link }))).toEqual({ text: 'Added', link });
});

test('ignores an invalid cookie', () => {
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

test('drops a link to another site', () => {
  for (const href of ['//evil.example', '/\\evil.example', 'javascript:0'])
    expect(flashOf(cookieOf({ text: 'Hello', link: { href, label: 'Win' } }))).toEqual({ text: 'Hello' });
});

test('keeps a long message in any script, and shortens it to what a cookie holds', () => {
  const context = new RouterContextProvider();
  context.set(isOverHttpsContext, true);
  const said = (text: string) => {
    const answer = redirectWith(context, '/cart', { text, link: { href: '/cart', label: 'View cart' } });
    const [pair] = answer.headers.get('set-cookie')!.split('; ');
    expect(pair.length).toBeLessThan(3_600);
    return flashOf(pair);
  };
  const link = { href: '/cart', label: 'View cart' };
  const title = '茶碗'.repeat(20);
  const text = `2 items added to your cart. ${title}: It is out of stock. ${title}: It is out of stock.`;
  expect(said(text)).toEqual({ text, link });
  for (const character of ['茶', '🍵', 'a'])
    expect(said(character.repeat(5_000))).toEqual({ text: `${character.repeat(250)}…`, link });
});
