import { expect, test } from 'vitest';
import { createMatchCache } from './match-cache.ts';
import type { TextMatch } from './match-text.ts';

const found = (products: number) => ({ productIds: new Int32Array(products) }) as TextMatch;

test('concurrent callers share one match of a text, and later callers get it for a minute', async () => {
  const matches = createMatchCache();
  let matched = 0;
  const context = async () => {
    matched++;
    return found(3);
  };
  const [one, other] = await Promise.all(['mug', 'mug'].map((text) => matches.forceFetch(text, { context })));
  expect(other).toBe(one);
  expect(await matches.forceFetch('mug', { context })).toBe(one);
  expect(matched).toBe(1);
});

test('does not keep a failure', async () => {
  const matches = createMatchCache();
  const context = () => Promise.reject(new Error('away'));
  await expect(matches.forceFetch('mug', { context })).rejects.toThrow('away');
  expect(await matches.forceFetch('mug', { context: async () => found(1) })).toEqual(found(1));
});

test('answers a text that the cache dropped during its match', async () => {
  const matches = createMatchCache();
  const { promise, resolve } = Promise.withResolvers<TextMatch>();
  const answer = matches.forceFetch('mug', { context: () => promise });
  for (let other = 0; other < 600; other++)
    await matches.forceFetch(`mug ${other}`, { context: async () => found(0) });
  expect(matches.has('mug')).toBe(false);
  resolve(found(2));
  expect(await answer).toEqual(found(2));
});

test('keeps the most recent texts, up to two million products', async () => {
  const matches = createMatchCache();
  for (const text of ['lamp', 'mug', 'bowl'])
    await matches.forceFetch(text, { context: async () => found(900_000) });
  expect(['lamp', 'mug', 'bowl'].filter((text) => matches.has(text))).toEqual(['mug', 'bowl']);
});
