/** @file Tests the source of docs/guides/add-a-candidate-source.md in a list. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createPolicies } from './policies.ts';
import type { ShelfContext, Source } from './policy.ts';

export const newest = (arrivals: () => Promise<number[]>): Source => ({
  name: 'newest',
  async propose() {
    const ids = await arrivals();
    return {
      items: ids.map((itemId, place) => ({ itemId, score: 1 / (1 + place) })),
      explain: () => ({ code: 'new-here', text: 'New here' }),
    };
  },
});

const guide = readFileSync(
  new URL('../../../../../../docs/guides/add-a-candidate-source.md', import.meta.url),
  'utf8',
);
const trend = async () => ({ items: [], since: null });

test('this test uses the same source as the guide', () => {
  const [, code] = /```ts\n([\s\S]+?)```/.exec(guide)!;
  const here = readFileSync(new URL(import.meta.url), 'utf8');
  expect(here).toContain(code.replaceAll(/^ {3}/gm, '').trim());
});

test('the source is used at its place in the list, only on the shelves that it names', async () => {
  const source = newest(async () => [7, 5]);
  const inTurn = createPolicies({ trend, added: [{ source, slots: ['home'], place: 'in-turn' }] });
  const below = createPolicies({ trend, added: [{ source, slots: ['home', 'cart'], place: 'below' }] });
  const namesOf = (policies: typeof below, slot: keyof typeof below) =>
    policies[slot].rungs.map((rung) => rung.map(({ name }) => name));
  expect(namesOf(inTurn, 'home')).toEqual([['model', 'session', 'newest'], ['trending'], ['popular']]);
  expect(namesOf(inTurn, 'cart')).toEqual([['goes-with'], ['model', 'session'], ['trending'], ['popular']]);
  expect(namesOf(below, 'cart')[1]).toEqual(['newest']);
  expect(namesOf(below, 'product')).toEqual([['similar'], ['category']]);

  const { items, explain } = await source.propose({} as ShelfContext, {
    exclude: new Set(),
    accepts: () => true,
    k: 9,
  });
  expect(items.map(({ itemId }) => [itemId, explain(itemId).text])).toEqual([
    [7, 'New here'],
    [5, 'New here'],
  ]);
});
