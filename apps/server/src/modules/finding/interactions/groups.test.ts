import { randomUUID } from 'node:crypto';
import { usualSignals } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { findHistory } from './history-repository.ts';
import { readTrainingData } from './read-training-data.ts';

let database: TestDatabase;
let open: OpenDatabase;

/** Products 3 to 14 are one item, 3. The others are in no group. */
beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(sql`
    insert into products (parent_asin, title) select 'P' || n, 'Product ' || n from generate_series(1, 20) as n`);
  await groupProducts(
    open.db,
    Array.from({ length: 12 }, (_, n) => 3 + n),
  );
  await open.db.execute(sql`
    insert into users (user_id, first_name, last_name) select 'U' || n, '', '' from generate_series(1, 9) as n`);
});
beforeEach(() => open.db.execute(sql`truncate reviews, events, orders cascade`));
afterAll(async () => {
  await open.close();
  await database.drop();
});

const visitor = randomUUID();
const review = (product: number, stars: number, { user = 'U1', daysAgo = 1, status = 'published' } = {}) =>
  open.db.execute(sql`
    insert into reviews (user_id, product_id, rating, status, timestamp)
    values (${user}, ${product}, ${stars}, ${status}, now() - make_interval(days => ${daysAgo}))`);
const look = (product: number) =>
  open.db.execute(
    sql`insert into events (visitor_id, kind, product_id) values (${visitor}, 'view', ${product})`,
  );
const buy = (product: number, { user = 'U1', daysAgo = 1 } = {}) =>
  open.db.execute(sql`
    with placed as (
      insert into orders (user_id, email, total_price_minor, currency, payment_status, created_at)
      values (${user}, 'a@example.com', 100, 'USD', 'paid', now() - make_interval(days => ${daysAgo}))
      returning order_id)
    insert into order_lines (order_id, product_id, title, quantity, unit_price_minor, total_minor)
    select order_id, ${product}, 'A product', 1, 100, 100 from placed`);

const history = async () => {
  const found = await findHistory(open.db, { userId: 'U1', visitorId: visitor }, { signals: usualSignals });
  return {
    seen: [...found.seen],
    liked: found.entries.flatMap(({ deed, itemId, productId }) =>
      deed === 'viewed' ? [] : [[itemId, productId]],
    ),
    bought: found.entries.flatMap(({ deed, itemId }) => (deed === 'bought' ? itemId : [])),
    owned: found.owned.toSorted((a, b) => a - b),
  };
};

test('viewed products of a group are one item, represented by the last of them', async () => {
  for (const product of [5, 1, 9, 5, 7]) await look(product);
  expect(await history()).toMatchObject({
    seen: [
      [3, 7],
      [1, 1],
    ],
  });
});

test('the item of a bought product is owned, and represented by the bought product', async () => {
  await buy(8, { daysAgo: 9 });
  await review(4, 5, { daysAgo: 1 });
  await review(2, 4, { daysAgo: 5 });
  expect(await history()).toEqual({
    seen: [],
    liked: [
      [3, 8],
      [2, 2],
    ],
    bought: [3],
    owned: [2, 3],
  });
});

test('the newest of several reviews of a group decides whether it is liked', async () => {
  await review(4, 5, { daysAgo: 9 });
  await look(6);
  await buy(7);
  expect(await history()).toMatchObject({ seen: [[3, 6]], liked: [[3, 7]] });
  await review(5, 1, { daysAgo: 3, status: 'pending' });
  expect(await history()).toMatchObject({ seen: [], liked: [], bought: [], owned: [3] });
  await review(9, 4, { daysAgo: 2 });
  expect(await history()).toMatchObject({ seen: [[3, 6]], liked: [[3, 7]], bought: [3] });
});

test('a liked item is not represented by a product with few stars', async () => {
  await buy(7);
  await review(7, 1, { daysAgo: 9 });
  await look(6);
  await look(7);
  await review(9, 4, { daysAgo: 2 });
  expect(await history()).toMatchObject({ seen: [[3, 6]], liked: [[3, 9]], bought: [] });
});

test('a model learns a group as one item with the group’s name, and each user once', async () => {
  await review(4, 5, { daysAgo: 9 });
  await review(5, 5, { daysAgo: 2 });
  await buy(6, { user: 'U2', daysAgo: 4 });
  await review(1, 3, { user: 'U2' });
  await review(5, 5, { user: 'U3', daysAgo: 9 });
  await review(6, 1, { user: 'U3', daysAgo: 2 });
  const { interactions, items } = await readTrainingData(open.db, usualSignals);
  const { userIds, itemIds, users, timestamps } = interactions;
  const pairs = Array.from(users, (user, edge) => [userIds[user], itemIds[interactions.items[edge]]]);
  expect(pairs).toEqual([
    ['U1', 3],
    ['U2', 1],
    ['U2', 3],
  ]);
  expect(Math.round((Date.now() - timestamps[0]) / 86_400_000)).toBe(2);
  expect([...items]).toEqual([
    [3, { name: 'GROUP3', isListed: true }],
    [1, { name: 'P1', isListed: true }],
  ]);
  await open.db.execute(sql`update products set is_listed = product_id = 14 where group_id = 3`);
  expect((await readTrainingData(open.db, usualSignals)).items.get(3)!.isListed).toBe(true);
  await open.db.execute(sql`update products set is_listed = false where group_id = 3`);
  expect((await readTrainingData(open.db, usualSignals)).items.get(3)!.isListed).toBe(false);
});
