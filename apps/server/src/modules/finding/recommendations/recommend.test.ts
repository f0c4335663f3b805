import { setTimeout } from 'node:timers/promises';
import { usualSignals } from '@kindred/contracts';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProducts } from '../../../ports/listed-products.ts';
import { emptyHistory, type History } from '../interactions/index.ts';
import type { ShelfRule } from '../shelf-rules/index.ts';
import { createFloor } from './floor.ts';
import type { Policies } from './policies.ts';
import type { Policy, Proposals, ShelfContext, Source } from './policy.ts';
import { recommend } from './recommend.ts';
import { isNotSeen, isNotTheirs, isSold } from './rules.ts';
import { popular } from './sources/popular.ts';
import { seenKinds } from './sources/seen-kinds.ts';

const ids = Array.from({ length: 60 }, (_, index) => index + 1);

/** Item 40 has the products 40, 41 and 42; 40 is sold out. */
const products: ListedProducts = {
  has: (productId) => ids.includes(productId),
  itemOf: (productId) => (productId === 41 || productId === 42 ? 40 : productId),
  productsOf: (itemId) => (itemId === 40 ? [42, 40, 41] : [itemId]),
  hasGroups: true,
  find: (itemId) =>
    ids.includes(itemId) && itemId !== 41 && itemId !== 42
      ? {
          itemId,
          productId: itemId === 40 ? 41 : itemId,
          categoryId: itemId % 7,
          brand: null,
          isSold: itemId % 10 !== 0 || itemId === 40,
        }
      : undefined,
  beside: () => [],
  near: () => [],
  mostRated: (limit) => ids.filter((id) => id !== 41 && id !== 42).slice(0, limit),
  version: 1,
  mostRatedIn: () => [],
  someSold: (accepts, limit) => ids.filter(accepts).slice(0, limit),
  categoryOf: () => undefined,
  isWithin: (categoryId, ancestorId) => categoryId === ancestorId,
  categoryNameOf: () => undefined,
};

const cardOf = (productId: number) => ({
  product_id: productId,
  parent_asin: `P${productId}`,
  title: `Product ${productId}`,
  brand: null,
  price_minor: 100,
  currency: 'USD',
  average_rating: null,
  rating_count: 1,
  available: 9,
  attributes: {},
  variants: null,
  sale: null,
  image_url: null,
  category_id: 1,
});

/** Has a card for each product, and a shopper who owns product 3. `history` and `cards` may never answer. */
function shopOf({ away = new Set<'history' | 'cards'>(), viewed = [] as number[], historyMs = 0 } = {}) {
  const never = () => new Promise<never>(() => undefined);
  const db = {
    execute: () => (away.has('cards') ? never() : setTimeout(0, { rows: ids.map(cardOf) })),
  } as unknown as Database;
  const history: History = {
    ...emptyHistory(new Date(0)),
    entries: viewed.map((id) => ({
      itemId: id,
      productId: id,
      deed: 'viewed',
      at: new Date(0),
      weight: 0.5,
    })),
    seen: new Map(viewed.map((id) => [id, id])),
    owned: [3],
  };
  const readHistory = () => (away.has('history') ? never() : setTimeout(historyMs, history));
  return { db, floor: createFloor(db), readHistory };
}

const source = (name: string, ...proposed: number[]): Source => ({
  name,
  propose: () => ({
    items: proposed.map((itemId, index) => ({ itemId, score: 1 / (1 + index) })),
    explain: () => ({ code: name, text: name }),
  }),
});

function ask(
  rungs: readonly (readonly Source[])[],
  {
    away,
    shop = shopOf(away && { away }),
    limit = 5,
    shown = [] as number[],
    rules = [] as readonly ShelfRule[],
    slowRules = false,
    stocked = products,
  }: {
    away?: Set<'history' | 'cards'>;
    shop?: ReturnType<typeof shopOf>;
    limit?: number;
    shown?: number[];
    rules?: readonly ShelfRule[];
    slowRules?: boolean;
    /** The listed products as the node knows them at first. */
    stocked?: ListedProducts;
  } = {},
) {
  const missed: string[] = [];
  const policy: Policy = {
    name: 'of a test',
    rungs,
    otherwise: [],
    least: 2,
    rules: [isSold, isNotTheirs],
    avoids: [isNotSeen],
    spread: { window: 5, limit: 3 },
  };
  const page = recommend(
    {
      ...shop,
      listedProducts: { read: async () => stocked, catchUp: async () => products },
      assignArm: () => ({
        variant: 'control',
        model: undefined,
        policies: { home: policy } as unknown as Policies,
      }),
      readRules: Object.assign(slowRules ? () => new Promise<never>(() => undefined) : async () => rules, {
        last: () => rules,
      }),
      readSignals: async () => usualSignals,
      logger: pino({ level: 'silent' }),
      onMissed: (part) => missed.push(part),
      partMs: 40,
    },
    {
      context: 'home',
      shopper: { userId: 'U', visitorId: undefined },
      productId: undefined,
      limit,
      shown,
    },
  );
  return page.then(({ items, hasMore }) => ({
    ids: items.map(({ product }) => product.product_id),
    reasons: items.map(({ reason }) => reason.code),
    sources: [...new Set(items.map(({ source: name }) => name))],
    hasMore,
    missed,
  }));
}

test('skips a rung with too few items, and fills the page from one rung', async () => {
  expect(await ask([[source('best', 1)], [source('second', 1, 2, 4)], [popular]])).toMatchObject({
    ids: [1, 2, 4],
    sources: ['second'],
    hasMore: true,
    missed: [],
  });
});

test('an item has the name of the first source that proposed it; owned and unavailable items are left out', async () => {
  const page = await ask([[source('left', 5, 3, 10, 6), source('right', 6, 5, 7)]]);
  expect(page).toMatchObject({ ids: [5, 6, 7], sources: ['left', 'right'], hasMore: false });
});

test('the pages of a shelf together contain each product once', async () => {
  const rungs = [[source('best', 9, 8, 1)], [source('few', 17)], [popular]];
  const shown: number[] = [];
  for (let hasMore = true; hasMore; ) {
    const page = await ask(rungs, { shown, limit: 7 });
    shown.push(...page.ids);
    ({ hasMore } = page);
  }
  expect(shown.slice(0, 3)).toEqual([9, 8, 1]);
  const sold = ids.filter((id) => id !== 3 && id % 10 !== 0 && id !== 42);
  expect(shown.toSorted((a, b) => a - b)).toEqual(sold);
});

test('shows more of the same kind even for viewed products that no model knows', () => {
  const beside: Readonly<Record<number, number[]>> = { 7: [8, 9], 3: [4, 8] };
  const context = {
    history: {
      seen: new Map([
        [7, 70],
        [3, 3],
      ]),
    },
    products: { ...products, beside: (productId: number) => beside[productId] },
  };
  for (const model of [undefined, { knowsItem: () => false }]) {
    const { items, explain } = seenKinds.propose({ ...context, model } as unknown as ShelfContext, {
      exclude: new Set([9]),
      accepts: () => true,
      k: 5,
    }) as Proposals;
    expect(items.map(({ itemId }) => [itemId, explain(itemId).productId])).toEqual([
      [4, 3],
      [8, 70],
    ]);
  }
});

test('a source may name an item by any of its products; the shelf shows it once, as a product that can be bought', async () => {
  const keyed: Source = {
    name: 'keyed',
    propose: () => ({
      items: [42, 40, 9, 41].map((itemId) => ({ itemId, score: 1 })),
      explain: (itemId) => ({ code: `of-${itemId}`, text: '' }),
    }),
  };
  const page = await ask([[keyed, source('other', 41, 8)]]);
  expect(page.ids).toEqual([41, 8, 9]);
  expect(page.reasons).toEqual(['of-42', 'other', 'of-9']);
  expect((await ask([[keyed]], { shown: [42] })).ids).toEqual([9]);
});

test('makes the shelf without a source that fails or is late', async () => {
  const broken: Source = { name: 'broken', propose: () => Promise.reject(new Error('no')) };
  const late: Source = { name: 'late', propose: () => new Promise(() => undefined) };
  const page = await ask([[broken, late, source('well', 1, 2)], [popular]]);
  expect(page).toMatchObject({ ids: [1, 2], sources: ['well'] });
  expect(page.missed).toEqual(['broken', 'late']);
});

test('makes the shelf even if the history is late', async () => {
  const page = await ask([[source('well', 1, 3)]], { away: new Set(['history']) });
  expect(page).toMatchObject({ ids: [1, 3], missed: ['history'] });
});

test('waits longer for the history than for other parts, because it says what must not be shown', async () => {
  const shop = shopOf({ historyMs: 60 });
  expect(await ask([[source('well', 1, 3)]], { shop })).toMatchObject({ ids: [1], missed: [] });
});

test('shows the floor if the cards are late', async () => {
  const away = new Set<'history' | 'cards'>();
  const shop = shopOf({ away });
  shop.floor.keepWarm(products);
  away.add('cards');
  const page = await ask([[source('well', 1, 2)]], { shop, limit: 4, shown: [2] });
  expect(page).toMatchObject({ ids: [1, 4, 5, 6], sources: ['popular'], missed: ['cards'] });
});

const about = (productId: number) => ({ productId, itemId: products.itemOf(productId) });

const rule = (
  kind: ShelfRule['kind'],
  subject: ShelfRule['subject'],
  more: Partial<ShelfRule> = {},
): ShelfRule => ({
  kind,
  subject,
  slot: undefined,
  position: undefined,
  factor: undefined,
  startsAt: undefined,
  endsAt: undefined,
  ...more,
});

test('the merchant pins, blocks and boosts products while a rule is valid', async () => {
  const well = [[source('well', 1, 2, 4, 5, 6, 7, 8, 9)]];
  const shelf = async (...rules: ShelfRule[]) => (await ask(well, { rules })).ids;
  expect(await shelf()).toEqual([1, 2, 4, 5, 6]);
  expect(await shelf(rule('pin', about(42), { position: 2 }))).toEqual([1, 41, 2, 4, 5]);
  expect(await shelf(rule('pin', about(9), { position: 1 }))).toEqual([9, 1, 2, 4, 5]);
  for (const hidden of [3, 10])
    expect(await shelf(rule('pin', about(hidden), { position: 1 }))).toEqual([1, 2, 4, 5, 6]);
  expect(await shelf(rule('block', { categoryId: 2 }))).toEqual([1, 4, 5, 6, 7]);
  expect(await shelf(rule('boost', about(9), { factor: 4 }))).toEqual([1, 2, 9, 4, 5]);
  expect(await shelf(rule('boost', about(1), { factor: 0.2 }))).toEqual([2, 4, 5, 1, 6]);
  const past = { endsAt: new Date(-1) };
  expect(await shelf(rule('block', about(1), past))).toEqual([1, 2, 4, 5, 6]);
  expect(await shelf(rule('block', about(1), { slot: 'cart' }))).toEqual([1, 2, 4, 5, 6]);
});

test('a blocked product stays blocked while the database is slow', async () => {
  const page = await ask([[source('well', 1, 2, 4)]], {
    rules: [rule('block', about(1))],
    slowRules: true,
  });
  expect(page).toMatchObject({ ids: [2, 4], missed: ['rules'] });
});

test('a shelf that would be empty looks again at what is in stock', async () => {
  const soldOut: ListedProducts = {
    ...products,
    find: (id) => ({ ...products.find(id)!, isSold: false }),
  };
  expect((await ask([[source('well', 1, 2)]], { stocked: soldOut })).ids).toEqual([1, 2]);
});

test('shows viewed products before it shows none', async () => {
  const shop = shopOf({ viewed: [1, 2] });
  expect((await ask([[source('well', 1, 2, 4)]], { shop })).ids).toEqual([4]);
  expect((await ask([[source('well', 1, 2)]], { shop })).ids).toEqual([1, 2]);
  const before: ListedProducts = {
    ...products,
    find(itemId) {
      const item = products.find(itemId);
      return item && { ...item, isSold: item.isSold && itemId < 3 };
    },
  };
  // Product 4 came into stock a moment ago.
  expect((await ask([[source('well', 1, 2, 4)]], { shop, stocked: before })).ids).toEqual([4]);
});

test('a pin has its position on the shelf, whatever the page', async () => {
  const rules = [rule('pin', about(50 + 1), { position: 7 })];
  const well = [[source('well', 1, 2, 4, 5, 6, 7, 8, 9, 11)]];
  const first = await ask(well, { rules });
  expect(first.ids).toEqual([1, 2, 4, 5, 6]);
  expect((await ask(well, { rules, shown: first.ids })).ids).toEqual([7, 51, 8, 9, 11]);
});
