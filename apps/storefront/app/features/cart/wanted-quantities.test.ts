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

test('a burst of clicks becomes due once, with its last quantity, after a quiet moment', () => {
  for (const quantity of [2, 3, 4, 5, 6]) {
    wanted.want(1, quantity);
    vi.advanceTimersByTime(200);
    expect(wish()).toEqual({ quantity, isDue: false, sent: undefined });
  }
  vi.advanceTimersByTime(100);
  expect(wish()).toEqual({ quantity: 6, isDue: true, sent: undefined });
});

test('a click during a request is kept when the answer arrives', () => {
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

test('a dropped wish never becomes due, and other lines keep theirs', () => {
  const heard = vi.fn();
  wanted.want(1, 2);
  wanted.want(2, 3);
  wanted.drop(1);
  wanted.subscribe(heard);
  vi.advanceTimersByTime(300);
  expect([...wanted.wishes()]).toEqual([[2, { quantity: 3, isDue: true, sent: undefined }]]);
  expect(heard).toHaveBeenCalledTimes(1);
});
