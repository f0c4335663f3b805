import { expect, test } from 'vitest';
import { createVisitorRate } from './visitor-rate.ts';

test('a visitor has a limit for each minute, and does not use that of others', () => {
  let now = 60_000;
  const take = createVisitorRate({ clock: () => new Date(now) });
  expect(take('one', 550)).toBe(550);
  expect(take('one', 100)).toBe(50);
  expect(take('one', 1)).toBe(0);
  expect(take('another', 100)).toBe(100);
  now += 60_000;
  expect(take('one', 100)).toBe(100);
});
