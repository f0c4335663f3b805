import { type Recommendations, usualSignals } from '@kindred/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { type Shopper as Client, createShopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, largeSize, type TestShop } from '../../../testing/test-shop.ts';
import { trainModel } from '../models/index.ts';

let shop: TestShop;
let products: { product_id: number; title: string }[];
let titles: ReadonlyMap<number, string>;
/** Each three of the thirty products are a group. */
let itemOf: (productId: number) => number;
let readers: string[];

beforeAll(async () => {
  shop = await createTestShop({ size: largeSize });
  const { db, dataDir } = shop;
  const found = await db.execute<{ product_id: number; title: string }>(sql`
    select product_id, title from products join inventory using (product_id)
    where is_listed and price_minor is not null and group_id is null and on_hand > 20 order by product_id limit 30`);
  products = found.rows;
  const inGroup = new Map<number, number>();
  for (let first = 0; first < 30; first += 3) {
    const ids = products.slice(first, first + 3).map(({ product_id }) => product_id);
    const groupId = await groupProducts(db, ids);
    for (const id of ids) inGroup.set(id, groupId);
  }
  itemOf = (productId) => inGroup.get(productId) ?? productId;
  await shop.services.searchIndex.refresh();
  await trainModel({ db, dataDir, signals: usualSignals, seed: 1, threads: 2, trainedBy: 'a test' });
  const all = await db.execute<{ product_id: number; title: string }>(
    sql`select product_id, title from products`,
  );
  titles = new Map(all.rows.map(({ product_id, title }) => [product_id, title]));
  const known = await db.execute<{ user_id: string }>(sql`
    select user_id from reviews group by user_id having count(*) between 3 and 8 order by user_id limit 60`);
  readers = known.rows.map(({ user_id }) => user_id);
});
afterAll(() => shop.close());

type Deed =
  | { readonly kind: 'view'; readonly product: number }
  | { readonly kind: 'buy'; readonly product: number }
  | {
      readonly kind: 'review';
      readonly product: number;
      readonly stars: number;
      readonly status: 'published' | 'pending' | 'rejected';
    };

const product = fc.nat(29);
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('view' as const), product }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      product,
      stars: fc.integer({ min: 1, max: 5 }),
      status: fc.constantFrom('published', 'published', 'pending', 'rejected'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('buy' as const), product }) },
);

async function someone(isKnown: boolean): Promise<{ userId: string; client: Client }> {
  const userId = (isKnown && readers.pop()) || (await createMember(shop)).userId;
  return { userId, client: createShopper(shop.app, { token: await tokenOf({ userId }) }) };
}

async function act(userId: string, client: Client, deed: Deed): Promise<void> {
  const { product_id } = products[deed.product];
  if (deed.kind === 'view') {
    const { status } = await client.send('POST', '/events', { events: [{ kind: 'view', product_id }] });
    expect(status).toBe(202);
  }
  if (deed.kind === 'buy') {
    const checkout = await client.fillCheckout([{ productId: product_id, quantity: 1 }]);
    expect((await client.confirm(checkout)).status).toBe(201);
  }
  if (deed.kind === 'review')
    await shop.db.execute(sql`
      insert into reviews (user_id, product_id, rating, status, timestamp)
      values (${userId}, ${product_id}, ${deed.stars}, ${deed.status}, now())
      on conflict (user_id, product_id) do update set rating = excluded.rating, status = excluded.status`);
}

/** Reads a user's actions from the tables with the simplest queries. */
async function deedsOf(userId: string) {
  const ids = async (query: ReturnType<typeof sql>) =>
    new Set((await shop.db.execute<{ product_id: number }>(query)).rows.map(({ product_id }) => product_id));
  return {
    viewed: await ids(
      sql`select product_id from events where user_id = ${userId} and product_id is not null`,
    ),
    bought: await ids(sql`select product_id from order_lines join orders using (order_id)
      where user_id = ${userId} and payment_status = 'paid'`),
    praised: await ids(sql`select product_id from reviews
      where user_id = ${userId} and rating >= 3 and status = 'published'`),
    hated: await ids(sql`select product_id from reviews where user_id = ${userId} and rating < 3`),
    reviewed: await ids(sql`select product_id from reviews where user_id = ${userId}`),
    lastSaid: (
      await shop.db.execute<{ product_id: number; rating: number }>(
        sql`select product_id, rating from reviews where user_id = ${userId} order by timestamp`,
      )
    ).rows,
  };
}

test('no reason ever names an action that the user did not do, or a product that they disliked', async () => {
  await expect.poll(() => shop.services.modelHost.active()).toBeDefined();
  const named = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(aDeed, { minLength: 1, maxLength: 9 }),
      async (isKnown, deeds) => {
        const { userId, client } = await someone(isKnown);
        for (const deed of deeds) await act(userId, client, deed);
        const did = await deedsOf(userId);
        const claims: Record<string, [words: string, isSo: ReadonlySet<number>]> = {
          'because-you-viewed': ['Because you viewed ', did.viewed],
          'because-you-bought': ['Because you bought ', did.bought],
          'because-you-reviewed': ['Because you reviewed ', did.praised],
        };
        const { status, body } = await client.send<Recommendations>('GET', '/recommendations?limit=30');
        expect(status).toBe(200);
        const shownItems = body.items.map(({ product: { product_id } }) => itemOf(product_id));
        expect(new Set(shownItems).size).toBe(shownItems.length);
        const done = new Set([...did.viewed, ...did.bought, ...did.reviewed].map(itemOf));
        const opinions = new Map(did.lastSaid.map(({ product_id, rating }) => [itemOf(product_id), rating]));
        for (const { product: shown, reason, source } of body.items) {
          expect(done.has(itemOf(shown.product_id)), 'is recommended again').toBe(false);
          if (reason.product_id === null) continue;
          expect(['model', 'session']).toContain(source);
          const [words, isSo] = claims[reason.code];
          expect(isSo.has(reason.product_id), reason.text).toBe(true);
          expect(did.hated.has(reason.product_id), `${reason.text}, which they gave few stars`).toBe(false);
          expect(opinions.get(itemOf(reason.product_id)) ?? 3, reason.text).toBeGreaterThanOrEqual(3);
          expect(reason.text.startsWith(words + titles.get(reason.product_id)!.slice(0, 20))).toBe(true);
          named.add(reason.code);
        }
      },
    ),
    { numRuns: 30, seed: 11 },
  );
  expect(named).toEqual(new Set(['because-you-viewed', 'because-you-bought', 'because-you-reviewed']));
});
