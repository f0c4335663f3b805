import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWantedQuantities, type WantedQuantities } from './wanted-quantities.ts';

let wanted: WantedQuantities;
beforeEach(() => {
  vi.useFakeTimers();
  wanted = createWantedQuantities();
});
afterEach(() => {
  vi.useRealTimers();
});

const wish = () => wanted.wishes().get(1);

test('a burst is due once, with its last number, when it has been quiet', () => {
  for (const quantity of [2, 3, 4, 5, 6]) {
    wanted.want(1, quantity);
    vi.advanceTimersByTime(200);
    expect(wish()).toEqual({ quantity, isDue: false, sent: undefined });
  }
  vi.advanceTimersByTime(100);
  expect(wish()).toEqual({ quantity: 6, isDue: true, sent: undefined });
});

test('what comes while one is on its way outlives its answer', () => {
  wanted.want(1, 2, { atOnce: true });
  wanted.markSent(1);
  wanted.want(1, 7);
  expect(wish()).toEqual({ quantity: 7, isDue: false, sent: 2 });
  wanted.settle(1);
  expect(wish()).toEqual({ quantity: 7, isDue: false, sent: undefined });
  vi.advanceTimersByTime(300);
  wanted.markSent(1);
  wanted.settle(1);
  expect(wish()).toBeUndefined();
});

test('what is dropped is not due later, and other lines are left alone', () => {
  const heard = vi.fn();
  wanted.want(1, 2);
  wanted.want(2, 3);
  wanted.drop(1);
  wanted.subscribe(heard);
  vi.advanceTimersByTime(300);
  expect([...wanted.wishes()]).toEqual([[2, { quantity: 3, isDue: true, sent: undefined }]]);
  expect(heard).toHaveBeenCalledTimes(1);
});
