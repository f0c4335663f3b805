import { expect, test } from 'vitest';
import { createMatchCache } from './match-cache.ts';
import type { TextMatch } from './match-text.ts';

const found = (products: number) => ({ productIds: new Int32Array(products) }) as TextMatch;

test('one match answers all who ask for a text at once, and whoever asks within a minute', async () => {
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

test('a failure is not kept', async () => {
  const matches = createMatchCache();
  const context = () => Promise.reject(new Error('away'));
  await expect(matches.forceFetch('mug', { context })).rejects.toThrow('away');
  expect(await matches.forceFetch('mug', { context: async () => found(1) })).toEqual(found(1));
});

test('a text that is pushed out while it is matched is answered all the same', async () => {
  const matches = createMatchCache();
  const { promise, resolve } = Promise.withResolvers<TextMatch>();
  const answer = matches.forceFetch('mug', { context: () => promise });
  for (let other = 0; other < 600; other++)
    await matches.forceFetch(`mug ${other}`, { context: async () => found(0) });
  expect(matches.has('mug')).toBe(false);
  resolve(found(2));
  expect(await answer).toEqual(found(2));
});

test('keeps some megabytes of products, and of many texts those that were asked for last', async () => {
  const matches = createMatchCache();
  for (const text of ['lamp', 'mug', 'bowl'])
    await matches.forceFetch(text, { context: async () => found(900_000) });
  expect(['lamp', 'mug', 'bowl'].filter((text) => matches.has(text))).toEqual(['mug', 'bowl']);
});
