import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchCards } from './watch-cards.ts';

const requestId = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';

/** As much of a page as the watching needs. */
function openPage(count: number) {
  const links = Array.from({ length: count }, (_, index) => {
    const article = { isConnected: true };
    return {
      article,
      href: `https://shop.test/p/7/tea-bowl?rid=${requestId}&pos=${index + 1}`,
      closest: () => article,
    };
  });
  const listeners: (() => void)[] = [];
  const page = {
    body: {},
    visibilityState: 'visible',
    querySelectorAll: () => links,
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    removeEventListener: () => undefined,
  };
  const watched = new Set<object>();
  let look: (entries: object[]) => void;
  vi.stubGlobal('document', page);
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(onChange: typeof look) {
        look = onChange;
      }
      observe = (target: object) => watched.add(target);
      unobserve = (target: object) => watched.delete(target);
      disconnect() {}
    },
  );
  return {
    watched,
    /** The visible part of a card changes. */
    show: (index: number, intersectionRatio: number) =>
      look([{ target: links[index]!.article, intersectionRatio }]),
    turn(visibilityState: string) {
      page.visibilityState = visibilityState;
      for (const listener of listeners.splice(0)) listener();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a card is seen when half of it was visible for a whole second, once', () => {
  const page = openPage(2);
  const seen: number[] = [];
  watchCards(({ position }) => seen.push(position));
  page.show(0, 0.5);
  page.show(1, 0.9);
  vi.advanceTimersByTime(999);
  page.show(1, 0.1);
  vi.advanceTimersByTime(1);
  expect(seen).toEqual([1]);
  expect(page.watched.size).toBe(1);
  page.show(1, 0.6);
  vi.advanceTimersByTime(1_000);
  page.show(0, 0.6);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1, 2]);
});

test('a card on a page in the background is seen when the page comes back', () => {
  const page = openPage(1);
  const seen: number[] = [];
  watchCards(({ position }) => seen.push(position));
  page.show(0, 1);
  page.turn('hidden');
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([]);
  page.turn('visible');
  expect(page.watched.size).toBe(1);
  page.show(0, 1);
  vi.advanceTimersByTime(1_000);
  expect(seen).toEqual([1]);
});
