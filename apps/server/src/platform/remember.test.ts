import { expect, test } from 'vitest';
import { remember } from './remember.ts';

test('looks up once for concurrent callers, and again when the time is over', async () => {
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

test('during the grace period, returns the old value immediately while one look-up runs', async () => {
  let now = 0;
  const looks: ((value: string) => void)[] = [];
  const find = remember(() => new Promise<string>((found) => looks.push(found)), {
    forMs: 100,
    graceMs: 1_000,
    clock: () => now,
  });
  const first = find();
  looks[0]!('old');
  expect(await first).toBe('old');
  now = 100;
  expect(await Promise.all([find(), find(), find()])).toEqual(['old', 'old', 'old']);
  expect(looks).toHaveLength(2);
  looks[1]!('new');
  await Promise.resolve();
  await Promise.resolve();
  expect(await find()).toBe('new');
  now = 1_300;
  const late = find();
  expect(looks).toHaveLength(3);
  looks[2]!('newest');
  expect(await late).toBe('newest');
});

test('after a failed look-up, the old value stays until the grace period is over', async () => {
  let now = 0;
  let looked = 0;
  const find = remember(
    async () => {
      looked++;
      if (now > 0) throw new Error('away');
      return 'old';
    },
    { forMs: 100, graceMs: 1_000, clock: () => now },
  );
  expect(await find()).toBe('old');
  now = 500;
  expect(await find()).toBe('old');
  expect(await find()).toBe('old');
  expect(looked).toBeGreaterThan(1);
  now = 1_100;
  await expect(find()).rejects.toThrow('away');
});

test('looks up again after `forget`, and ignores the result of an earlier look-up', async () => {
  let now = 0;
  const looks: ((value: string) => void)[] = [];
  const find = remember(() => new Promise<string>((found) => looks.push(found)), {
    forMs: 100,
    graceMs: 1_000,
    clock: () => now,
  });
  const first = find();
  looks[0]!('old');
  await first;
  now = 100;
  await find();
  find.forget();
  const asked = find();
  looks[1]!('old too');
  looks[2]!('new');
  expect(await asked).toBe('new');
  expect(await find()).toBe('new');
  expect(looks).toHaveLength(3);
});
