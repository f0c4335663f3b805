import { expect, test, vi } from 'vitest';
import { keepLeftPage, takeLeftPage } from './left-pages.ts';

const node = (isConnected = false) => ({ isConnected }) as Node;
const page = (visit: string, nodes = [node()]) => ({ visit, nodes, scrollY: 120 });

test('gives the nodes of a page once', () => {
  keepLeftPage(page('a'));
  expect(takeLeftPage('a')).toMatchObject({ scrollY: 120 });
  expect(takeLeftPage('a')).toBeUndefined();
});

test('keeps no page whose nodes the next page uses', () => {
  keepLeftPage(page('a', [node(true)]));
  keepLeftPage(page('b', []));
  expect([takeLeftPage('a'), takeLeftPage('b')]).toEqual([undefined, undefined]);
});

test('keeps the last three pages, for five minutes', () => {
  vi.useFakeTimers();
  for (const visit of ['a', 'b', 'c', 'd']) keepLeftPage(page(visit));
  expect(takeLeftPage('a')).toBeUndefined();
  expect(takeLeftPage('b')).toBeDefined();
  vi.advanceTimersByTime(5 * 60_000);
  expect(takeLeftPage('c')).toBeUndefined();
  vi.useRealTimers();
});
