import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { emptyHistory } from '../interactions/index.ts';
import { rulesOfShelf, type ShelfRule } from '../shelf-rules/index.ts';
import { gather } from './gather.ts';
import { createPolicies, type Policies } from './policies.ts';
import type { ShelfContext } from './policy.ts';
import { sieveOf } from './sieve.ts';

const size = 24;
const ids = Array.from({ length: size }, (_, index) => index + 1);
const now = new Date();
const someIds = fc.uniqueArray(fc.integer({ min: 1, max: size }), { maxLength: size });

/** Item n is in the category n % 4 + 1, and of the brand `B` with n % 3. */
const shop = (sold: ReadonlySet<number>, trend: readonly number[]) => {
  const find = (itemId: number) => ({
    itemId,
    productId: itemId,
    categoryId: (itemId % 4) + 1,
    brand: `B${itemId % 3}`,
    isSold: sold.has(itemId),
  });
  const products: ListedProducts = {
    has: (id) => id <= size,
    itemOf: (id) => id,
    productsOf: (id) => [id],
    hasGroups: false,
    find: (id) => (id >= 1 && id <= size ? find(id) : undefined),
    beside: (itemId, limit) => ids.filter((id) => id !== itemId && id % 4 === itemId % 4).slice(0, limit),
    near: () => [],
    // The index of the most rated does not know the newest.
    mostRated: (limit) => ids.slice(0, Math.min(limit, 6)),
    version: 1,
    mostRatedIn: (categoryId, limit) => ids.filter((id) => (id % 4) + 1 === categoryId).slice(0, limit),
    someSold: (accepts, limit) => ids.filter((id) => sold.has(id) && accepts(id)).slice(0, limit),
    categoryOf: () => undefined,
    isWithin: (categoryId, ancestorId) => categoryId === ancestorId,
    categoryNameOf: (itemId) => `C${(itemId % 4) + 1}`,
  };
  const items = trend.map((itemId) => ({ itemId, score: 1 }));
  return { products, policies: createPolicies({ trend: async () => ({ items, since: now }) }) };
};

const aRule = fc
  .record({
    subject: fc.oneof(
      fc.integer({ min: 1, max: size }).map((id) => ({ productId: id, itemId: id })),
      fc.record({ brand: fc.constantFrom('B0', 'B1', 'B2') }),
      fc.record({ categoryId: fc.integer({ min: 1, max: 4 }) }),
    ),
    slot: fc.constantFrom(undefined, 'home' as const, 'cart' as const),
  })
  .map(
    ({ subject, slot }): ShelfRule => ({
      kind: 'block',
      subject,
      slot,
      position: undefined,
      factor: undefined,
      startsAt: undefined,
      endsAt: undefined,
    }),
  );

test('no shelf is empty as long as a product may be shown, and none shows what it may not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        slot: fc.constantFrom(...(Object.keys(shop(new Set(), []).policies) as (keyof Policies)[])),
        sold: someIds,
        trend: someIds,
        owned: someIds,
        hidden: someIds,
        seen: someIds,
        elsewhere: someIds,
        rules: fc.array(aRule, { maxLength: 3 }),
        itemId: fc.option(fc.integer({ min: 1, max: size }), { nil: undefined }),
        categoryId: fc.integer({ min: 1, max: 4 }),
      }),
      async ({ slot, sold, trend, owned, hidden, seen, elsewhere, rules, itemId, categoryId }) => {
        const { products, policies } = shop(new Set(sold), trend);
        const policy = policies[slot];
        const context: ShelfContext = {
          shopper: { userId: 'U', visitorId: undefined },
          history: { ...emptyHistory(now), owned, hidden, seen: new Map(seen.map((id) => [id, id])) },
          productId: itemId,
          itemId,
          seeds: [],
          category: { categoryId, name: 'C' },
          products,
          model: undefined,
        };
        const merchant = rulesOfShelf(rules, { slot, now, products });
        const within = async <T>(_: string, work: () => T | Promise<T>) => work();
        const ask = async (avoids: boolean) =>
          gather(policy, context, {
            sieve: sieveOf(policy, context, { left: elsewhere, merchant, avoids }),
            isFirst: true,
            limit: 4,
            enough: 9,
            within,
          });
        const first = await ask(true);
        const { candidates } = first.candidates.length > 0 ? first : await ask(false);
        const shown = candidates.map((candidate) => candidate.itemId);
        const isBlocked = (id: number) =>
          rules.some(
            ({ subject, slot: only }) =>
              (only === undefined || only === slot) &&
              ('productId' in subject
                ? subject.productId === id
                : 'brand' in subject
                  ? subject.brand === `B${id % 3}`
                  : subject.categoryId === (id % 4) + 1),
          );
        const allowed = sold.filter(
          (id) => ![...owned, ...hidden, ...elsewhere].includes(id) && !isBlocked(id),
        );
        const own = /^(product|cart|order)/.test(slot) ? itemId : undefined;
        expect(shown.filter((id) => !allowed.includes(id))).toEqual([]);
        expect(shown.length > 0).toBe(allowed.some((id) => id !== own));
        const isNew = (id: number) => !seen.includes(id);
        if (policy.avoids.length > 0 && allowed.some((id) => id !== own && isNew(id)))
          expect(shown.filter((id) => !isNew(id))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
