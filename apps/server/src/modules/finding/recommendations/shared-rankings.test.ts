import { expect, test } from 'vitest';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { emptyHistory } from '../interactions/index.ts';
import { rulesOfShelf, type ShelfRule } from '../shelf-rules/index.ts';
import type { Policy, ShelfContext } from './policy.ts';
import type { Ranking } from './rank.ts';
import { createSharedRankings, type Shelf } from './shared-rankings.ts';

const catalogue = () => ({ has: () => true, itemOf: (id: number) => id }) as unknown as ListedProducts;
const pin = (productId: number, times: Partial<ShelfRule> = {}): ShelfRule => ({
  kind: 'pin',
  slot: undefined,
  subject: { productId, itemId: productId },
  position: 1,
  factor: undefined,
  startsAt: undefined,
  endsAt: undefined,
  ...times,
});

const products = catalogue();
const noon = new Date('2026-11-30T12:00:00Z');
const rules = [pin(7, { startsAt: noon })];

function shelf({
  policy = {},
  context = {},
  now = new Date(+noon - 1),
  ...options
}: {
  policy?: Partial<Policy>;
  context?: Partial<ShelfContext>;
  now?: Date;
} & Partial<Shelf['options']> = {}): Shelf {
  return {
    slot: 'home',
    policy: { isSameForAll: true, ...policy } as Policy,
    context: { history: emptyHistory(now), seeds: [], products, ...context } as ShelfContext,
    options: {
      merchant: rulesOfShelf(rules, { slot: 'home', now, products }),
      limit: 12,
      shown: [],
      left: [],
      avoids: true,
      ...options,
    },
  };
}

/** Asks for each shelf in turn. Returns how many were ranked anew. */
async function countRanked(
  asked: readonly (readonly [Shelf, Partial<{ products: ListedProducts; rules: ShelfRule[] }>?])[],
  isWhole = true,
): Promise<number> {
  const rankings = createSharedRankings();
  let ranked = 0;
  for (const [one, basis] of asked) {
    const make = async () => ({ ranking: { found: ++ranked } as Ranking, isWhole });
    await rankings.get(one, { products, rules, ...basis }, make);
  }
  return ranked;
}

test('a shelf for shoppers of whom nothing is known is ranked once', async () => {
  expect(await countRanked([[shelf()], [shelf()], [shelf()]])).toBe(1);
});

test('a shelf that differs in anything is ranked anew', async () => {
  const history = { ...emptyHistory(noon), owned: [3] };
  const others = [
    shelf({ limit: 20 }),
    shelf({ shown: [1] }),
    shelf({ left: [1] }),
    shelf({ avoids: false }),
    shelf({ context: { itemId: 4, productId: 4 } }),
    shelf({ context: { itemId: 4, productId: 5 } }),
    shelf({ context: { seeds: [4] } }),
    shelf({ context: { category: { categoryId: 4, name: 'Lamps' } } }),
    shelf({ context: { model: { version: 'a' } as ShelfContext['model'] } }),
    shelf({ context: { history } }),
    // The pin of this moment counts.
    shelf({ now: noon }),
    { ...shelf(), slot: 'cart' },
  ];
  expect(await countRanked([shelf(), ...others].map((one) => [one]))).toBe(1 + others.length);
});

test('a change of the products or of the rules drops what was ranked', async () => {
  const changed = catalogue();
  expect(
    await countRanked([
      [shelf()],
      [shelf(), { products: changed }],
      [shelf(), { products: changed }],
      [shelf(), { products: changed, rules: [...rules] }],
    ]),
  ).toBe(3);
});

test('nothing is kept of a person, of an extension’s source, or of a ranking without a part', async () => {
  const history = { ...emptyHistory(noon), lessOfBrands: new Set(['A']) };
  for (const one of [shelf({ context: { history } }), shelf({ policy: { isSameForAll: false } })])
    expect(await countRanked([[one], [one]])).toBe(2);
  expect(await countRanked([[shelf()], [shelf()]], false)).toBe(2);
});
