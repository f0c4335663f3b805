import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { findTrending } from './trending-repository.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(sql`
    insert into products (parent_asin, title) select 'P' || n, 'Product ' || n from generate_series(1, 20) as n`);
  await open.db.execute(sql`
    insert into users (user_id, first_name, last_name) select 'U' || n, '', '' from generate_series(1, 60) as n`);
});
beforeEach(() => open.db.execute(sql`truncate reviews, events cascade`));
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** Lets `people` reviewers give a product `stars` stars, `daysAgo`. */
const praise = (product: number, people: number, { daysAgo = 1, from = 1, stars = 5 } = {}) =>
  open.db.execute(sql`
    insert into reviews (user_id, product_id, rating, timestamp)
    select 'U' || n, ${product}, ${stars}, now() - make_interval(days => ${daysAgo})
    from generate_series(${from}::int, ${from + people - 1}::int) as n`);

const look = (
  product: number,
  times: number,
  { visitor = randomUUID(), user = null as string | null } = {},
) =>
  open.db.execute(sql`
    insert into events (visitor_id, user_id, kind, product_id)
    select ${visitor}, ${user}, 'view', ${product} from generate_series(1, ${times}::int)`);

const lonely = randomUUID();
const trend = async () => (await findTrending(open.db, 10)).items;
const ids = async () => (await trend()).map(({ itemId }) => itemId);

test('more people make a stronger trend, and fewer than three make none', async () => {
  await praise(1, 4);
  await praise(2, 9, { from: 10 });
  await praise(3, 2, { from: 30 });
  await praise(4, 9, { from: 40, stars: 2 });
  expect(await ids()).toEqual([2, 1]);
});

test('a hundred visits by one browser change nothing', async () => {
  await praise(1, 5, { daysAgo: 40 });
  await praise(2, 4, { from: 10, daysAgo: 20 });
  const before = await findTrending(open.db, 10);
  await look(3, 100);
  await look(1, 100);
  for (let product = 4; product <= 20; product++) await look(product, 100, { visitor: randomUUID() });
  expect(await findTrending(open.db, 10)).toEqual(before);
});

test('robots, and visitors whose browser has run no script, make no trend', async () => {
  await praise(1, 3);
  for (let person = 0; person < 9; person++) await look(2, 1);
  expect(await ids()).toContain(2);
  for (const actor of ['robot', 'unproven']) {
    await open.db.execute(sql`update events set actor = ${actor}::event_actor`);
    expect(await ids()).toEqual([1]);
  }
});

test('a browser counts as one person, however often it visits', async () => {
  await praise(1, 3);
  for (let person = 0; person < 5; person++) await look(2, 1);
  const before = await trend();
  await look(2, 100);
  const after = await trend();
  const scoreOf = (items: typeof before, id: number) => items.find((one) => one.itemId === id)!.score;
  expect(scoreOf(after, 2) - scoreOf(before, 2)).toBeCloseTo(1, 1);
});

test('counts people per group, each once, even a browser that views all its products', async () => {
  await groupProducts(open.db, [11, 12, 13, 14]);
  for (const product of [11, 12, 13, 14]) await look(product, 3, { visitor: lonely });
  await praise(1, 3, { from: 50 });
  expect(await ids()).toEqual([1]);
  await praise(12, 2);
  await praise(13, 2, { from: 2 });
  const [first, second] = await trend();
  expect([first!.itemId, second!.itemId]).toEqual([11, 1]);
  expect(first!.score).toBeCloseTo(second!.score, 1);
  await open.db.execute(sql`update products set is_listed = false where product_id = 11`);
  expect(await ids()).toEqual([11, 1]);
  await open.db.execute(sql`update products set is_listed = false where group_id = 11`);
  expect(await ids()).toEqual([1]);
});

test('an action ten days ago counts half', async () => {
  await praise(1, 5, { daysAgo: 11 });
  await praise(2, 3, { daysAgo: 1, from: 10 });
  // The current time is the time of the twentieth of the most recent people.
  await praise(3, 20, { daysAgo: 1, from: 20 });
  const found = await trend();
  expect(found.map(({ itemId }) => itemId)).toEqual([3, 2, 1]);
  expect(found[2].score / found[1].score).toBeCloseTo(5 / 2 / 3, 2);
});

test('an old data set has its own current time, and reports the start of the trend', async () => {
  await praise(1, 5, { daysAgo: 3_000 });
  await praise(2, 5, { daysAgo: 3_200, from: 10 });
  const { items, since } = await findTrending(open.db, 10);
  expect(items.map(({ itemId }) => itemId)).toEqual([1]);
  expect(Math.round((Date.now() - +since!) / 86_400_000)).toBe(3_000);
  await open.db.execute(sql`truncate reviews cascade`);
  expect(await findTrending(open.db, 10)).toEqual({ items: [], since: null });
});
