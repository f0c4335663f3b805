import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('looks once for all who ask at the same time, and again when the time is over', async () => {
  let now = 0;
  let looked = 0;
  const find = remember(async () => ++looked, { forMs: 100, clock: () => now });
  expect(await Promise.all([find(), find(), find()])).toEqual([1, 1, 1]);
  now = 99;
  expect(await find()).toBe(1);
  now = 100;
  expect(await find()).toBe(2);
});

test('does not keep a failure', async () => {
  let fails = true;
  const find = remember(
    async () => {
      if (fails) throw new Error('away');
      return 'found';
    },
    { forMs: 1_000 },
  );
  await expect(find()).rejects.toThrow('away');
  fails = false;
  expect(await find()).toBe('found');
});
