import { expect, test } from 'vitest';
import { createWriteBehind } from './write-behind.ts';

test('stores rows together, in their order', async () => {
  const stored: (readonly number[])[] = [];
  const log = createWriteBehind<number>({
    store: async (rows) => stored.push(rows),
    onLost: () => undefined,
  });
  log.write([1]);
  log.write([2, 3]);
  expect(stored).toEqual([]);
  await log.close();
  expect(stored).toEqual([[1, 2, 3]]);
});

test('reports rows that cannot be stored, or are too many, as lost', async () => {
  const lost: [number, unknown][] = [];
  const log = createWriteBehind<number>({
    store: () => Promise.reject(new Error('away')),
    onLost: (count, error) => lost.push([count, error]),
  });
  log.write([1, 2]);
  log.write(new Array<number>(50_000).fill(0));
  expect(lost).toEqual([[50_000, undefined]]);
  await log.close();
  expect(lost[1]).toEqual([2, new Error('away')]);
});
