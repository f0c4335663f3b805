import { randomUUID } from 'node:crypto';
import { type Deed, type Signals, usualSignals } from '@kindred/contracts';
import { hashInteractions } from '@kindred/recommender';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { readTrainingData } from './read-training-data.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(sql`
    insert into products (parent_asin, title) select 'P' || n, 'Product ' || n from generate_series(1, 40) as n`);
  await open.db.execute(sql`
    insert into users (user_id, first_name, last_name) select 'U' || n, '', '' from generate_series(1, 3) as n`);
});
beforeEach(() =>
  open.db.execute(sql`truncate reviews, events, orders, feedback, carts, wishlists, interactions cascade`),
);
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** Days before noon of a day. */
const at = (daysAgo: number) => sql`timestamptz '2026-03-31 12:00Z' - make_interval(days => ${daysAgo})`;
const look = (product: number, daysAgo: number, { user = 'U1' as string | null, actor = 'person' } = {}) =>
  open.db.execute(sql`
    insert into events (visitor_id, user_id, kind, product_id, actor, occurred_at)
    values (${randomUUID()}, ${user}, 'view', ${product}, ${actor}::event_actor, ${at(daysAgo)})`);
const review = (product: number, stars: number, daysAgo: number) =>
  open.db.execute(sql`
    insert into reviews (user_id, product_id, rating, status, timestamp)
    values ('U1', ${product}, ${stars}, 'published', ${at(daysAgo)})`);
const say = (kind: string, product: number | null, daysAgo: number) =>
  open.db.execute(sql`
    insert into feedback (user_id, kind, product_id, given_at)
    values ('U1', ${kind}::feedback_kind, ${product}, ${at(daysAgo)})`);
const carry = (product: number, daysAgo: number) =>
  open.db.execute(sql`
    with cart as (insert into carts (user_id) values ('U1') returning cart_id)
    insert into cart_lines (cart_id, product_id, quantity, seen_price_minor, currency, added_at)
    select cart_id, ${product}, 1, 100, 'USD', ${at(daysAgo)} from cart`);
const wish = (product: number, daysAgo: number) =>
  open.db.execute(sql`
    with list as (insert into wishlists (user_id) values ('U1') returning wishlist_id)
    insert into wishlist_items (wishlist_id, product_id, added_at) select wishlist_id, ${product}, ${at(daysAgo)} from list`);
const send = (kind: string, product: number, daysAgo: number) =>
  open.db.execute(sql`
    insert into interactions (user_id, product_id, kind, occurred_at)
    values ('U1', ${product}, ${kind}::interaction_kind, ${at(daysAgo)})`);

async function learnt(signals: Signals = usualSignals) {
  const { interactions } = await readTrainingData(open.db, signals);
  const { itemIds, items, weights, clear } = interactions;
  return Array.from(items, (item, edge) => ({
    item: itemIds[item],
    weight: weights?.[edge] ?? 1,
    isClear: clear?.[edge] !== 0,
  }));
}
const weight = (deed: Deed) => usualSignals[deed].weight;

/** Weights are relative to their mean. */
function relative<Row extends { readonly weight: number }>(rows: readonly Row[]) {
  const mean = rows.reduce((sum, row) => sum + row.weight, 0) / rows.length;
  return rows.map((row) => ({ ...row, weight: expect.closeTo(row.weight / mean, 5) }));
}

test('a model learns all deeds of a member, weighed by kind; a test asks only for the clear ones', async () => {
  await review(1, 5, 400);
  await say('like', 2, 9);
  await say('own', 3, 4);
  await carry(4, 3);
  await wish(5, 2);
  await look(6, 1);
  await look(6, 0);
  await send('cart', 7, 6);
  await send('click', 8, 6);
  const expected = [
    { item: 1, weight: weight('reviewed'), isClear: true },
    { item: 2, weight: weight('liked'), isClear: true },
    { item: 3, weight: weight('owned'), isClear: true },
    { item: 4, weight: weight('carted'), isClear: false },
    { item: 5, weight: weight('wished'), isClear: false },
    { item: 6, weight: weight('viewed'), isClear: false },
    { item: 7, weight: weight('carted'), isClear: false },
    { item: 8, weight: weight('viewed'), isClear: false },
  ];
  expect(await learnt()).toEqual(relative(expected));
  const without = { ...usualSignals, viewed: { weight: 0, half_life_days: 1 } };
  expect((await learnt(without)).map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 7]);
});

test('the strongest deed counts, not what the member dislikes, removed or did before', async () => {
  await review(1, 5, 20);
  await look(1, 0);
  await review(2, 1, 5);
  await look(2, 0);
  await carry(3, 8);
  await say('hide', 3, 1);
  await look(4, 6);
  await say('forget', 4, 5);
  expect(await learnt()).toEqual([{ item: 1, weight: 1, isClear: true }]);
  await say('reset', null, 3);
  await look(5, 2);
  // The view of the first product is newer.
  expect((await learnt()).map(({ item, isClear }) => [item, isClear])).toEqual([
    [1, false],
    [5, false],
  ]);
});

test('robots, guests, opted-out members and old views do not count, and at most twenty views of a member', async () => {
  await look(1, 0, { actor: 'robot' });
  await look(2, 0, { actor: 'unproven' });
  await look(3, 0, { user: null });
  await look(4, 31);
  for (let product = 5; product < 30; product++) await look(product, 30 - product);
  expect((await learnt()).map(({ item }) => item)).toEqual(
    Array.from({ length: 20 }, (_, place) => 10 + place),
  );
  await open.db.execute(sql`update users set opted_out_at = now() where user_id = 'U1'`);
  expect(await learnt()).toEqual([]);
  await open.db.execute(sql`update users set opted_out_at = null`);
});

test('the same rows are the same data, on any day', async () => {
  await review(1, 5, 20);
  await look(2, 3);
  const hash = async () => hashInteractions((await readTrainingData(open.db, usualSignals)).interactions);
  const before = await hash();
  expect(await hash()).toBe(before);
  await look(3, 1);
  expect(await hash()).not.toBe(before);
});
