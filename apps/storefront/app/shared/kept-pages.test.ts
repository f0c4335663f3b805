import { afterEach, expect, test, vi } from 'vitest';
import { forgetPages, keepPage, loadOrRevisit, noteRevisit, visitOf } from './kept-pages.ts';

afterEach(() => {
  vi.useRealTimers();
  forgetPages();
});

const goBackTo = (key?: string) => noteRevisit(visitOf(key === undefined ? null : { key }));
const load = (path = '/c/kitchen') =>
  loadOrRevisit({ url: new URL(path, 'http://shop.test'), serverLoader: async () => 'of the server' });

test('Back shows what the shopper left, also at the visit at which the document began', async () => {
  keepPage('a', '/c/kitchen', 'kept');
  keepPage('default', '/', 'first');
  goBackTo('a');
  expect(await load('/c/kitchen?page=2')).toBe('kept');
  goBackTo();
  expect(await load('/')).toBe('first');
});

test('asks the server for a visit or an address that it does not know', async () => {
  keepPage('a', '/c/kitchen', 'kept');
  goBackTo('b');
  expect(await load()).toBe('of the server');
  goBackTo('a');
  expect(await load('/c/garden')).toBe('of the server');
});

test('asks the server once the shopper changed something, and after five minutes', async () => {
  keepPage('a', '/c/kitchen', 'kept');
  goBackTo('a');
  forgetPages();
  expect(await load()).toBe('of the server');
  vi.useFakeTimers();
  keepPage('a', '/c/kitchen', 'kept');
  vi.advanceTimersByTime(5 * 60_000);
  expect(await load()).toBe('of the server');
});

test('forgets the oldest of more than twenty pages', async () => {
  for (let visit = 0; visit < 21; visit += 1) keepPage(`${visit}`, '/c/kitchen', visit);
  goBackTo('0');
  expect(await load()).toBe('of the server');
  goBackTo('1');
  expect(await load()).toBe(1);
});
