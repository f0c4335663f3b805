import { expect, test, vi } from 'vitest';
import { keepLeftPage, takeLeftPage } from './left-pages.ts';

const page = (visit: string, isConnected = true) => {
  const element = { isConnected, remove: vi.fn() };
  return { element, visit, place: { scrollY: 120, width: 360 } };
};
const keep = (left: ReturnType<typeof page>) =>
  keepLeftPage({ ...left, element: left.element as unknown as HTMLElement });

test('gives a page once, and leaves it in the document', () => {
  const a = page('a');
  keep(a);
  expect(takeLeftPage('a', 360)).toMatchObject({ place: { scrollY: 120 } });
  expect(takeLeftPage('a', 360)).toBeUndefined();
  expect(a.element.remove).not.toHaveBeenCalled();
});

test('gives no page that had another width or has left the document', () => {
  const [a, b] = [page('a'), page('b', false)];
  keep(a);
  keep(b);
  expect([takeLeftPage('a', 780), takeLeftPage('b', 360)]).toEqual([undefined, undefined]);
  expect(a.element.remove).toHaveBeenCalledOnce();
});

test('keeps the last three pages, for five minutes', () => {
  vi.useFakeTimers();
  const [a, ...others] = ['a', 'b', 'c', 'd'].map((visit) => page(visit));
  for (const one of [a!, ...others]) keep(one);
  expect(a!.element.remove).toHaveBeenCalledOnce();
  expect(takeLeftPage('a', 360)).toBeUndefined();
  expect(takeLeftPage('b', 360)).toBeDefined();
  vi.advanceTimersByTime(5 * 60_000);
  expect(takeLeftPage('c', 360)).toBeUndefined();
  vi.useRealTimers();
});

test('a page that is left again replaces the one before', () => {
  const [first, second] = [page('e'), page('e')];
  keep(first);
  keep(second);
  expect(first.element.remove).toHaveBeenCalledOnce();
  expect(takeLeftPage('e', 360)?.element).toBe(second.element);
});
