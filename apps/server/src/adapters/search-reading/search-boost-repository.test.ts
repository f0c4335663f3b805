import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase } from '../../testing/postgres/test-database.ts';
import { countChoices, purgeSearches } from './search-boost-repository.ts';

let database: ReturnType<typeof openDatabase>;
let drop: () => Promise<void>;
let [mug, vase]: number[] = [];

beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  database = openDatabase({ connectionString: made.connectionString });
  const { rows } = await database.pool.query<{ product_id: number }>(
    `insert into products (parent_asin, title) values ('A', 'Mug'), ('B', 'Vase') returning product_id`,
  );
  [mug, vase] = rows.map((row) => row.product_id);
  await database.pool.query(
    `insert into users (user_id, role) values ('ada', 'shopper'), ('eve', 'shopper'), ('bob', 'shopper'), ('admin', 'admin')`,
  );
});
afterAll(async () => {
  await database?.close();
  await drop?.();
});
beforeEach(() => database.pool.query('truncate searches, events, search_boosts, orders cascade'));

async function search({ key = 'mug', daysAgo = 0 } = {}): Promise<string> {
  const searchId = randomUUID();
  await database.pool.query(
    `insert into searches (search_id, key, text, reading, total, searched_at)
     values ($1, $2, $2, 'as-typed', 9, now() - make_interval(days => $3))`,
    [searchId, key, daysAgo],
  );
  return searchId;
}

interface Doer {
  readonly productId?: number;
  /** By default, each has a search of its own. */
  readonly searchId?: string;
  readonly visitorId?: string;
  readonly userId?: string | null;
  readonly kind?: 'click' | 'view';
  readonly daysAgo?: number;
}

async function click({ productId = mug, userId = null, kind = 'click', daysAgo = 0, ...one }: Doer = {}) {
  const searchId = one.searchId ?? (await search({ daysAgo }));
  await database.pool.query(
    `insert into events (visitor_id, user_id, kind, product_id, search_id, occurred_at)
     values ($1, $2, $3, $4, $5, now() - make_interval(days => $6))`,
    [one.visitorId ?? randomUUID(), userId, kind, productId, searchId, daysAgo],
  );
}

async function buy({
  email = `${randomUUID()}@example.com`,
  userId = null as string | null,
  status = 'Completed',
  paid = 'paid',
} = {}) {
  const { rows } = await database.pool.query<{ order_id: string }>(
    `insert into orders (user_id, email, total_price_minor, currency, status, payment_status, cancelled_because)
     values ($1, $2, 100, 'USD', $3, $4, 'if it is') returning order_id`,
    [userId, email, status, paid],
  );
  await database.pool.query(
    `insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, search_id) values ($1, $2, 'Mug', 100, 7, $3)`,
    [rows[0]!.order_id, mug, await search()],
  );
  return rows[0]!.order_id;
}

const thrice = async (work: () => Promise<unknown>) => {
  for (let time = 0; time < 3; time++) await work();
};

async function counted() {
  await countChoices(database.db, { minutes: 10 });
  const { rows } = await database.pool.query(
    'select key, product_id, clickers, buyers from search_boosts order by key, product_id',
  );
  return rows;
}

test('counts clicks of three people, but not of two', async () => {
  await thrice(click);
  await click({ productId: vase });
  await click({ productId: vase });
  expect(await counted()).toEqual([{ key: 'mug', product_id: mug, clickers: 3, buyers: 0 }]);
});

test('counts people, not their events, searches or browsers', async () => {
  const visitorId = randomUUID();
  for (let time = 0; time < 6; time++) await click({ visitorId });
  for (let time = 0; time < 6; time++) await click({ userId: 'ada' });
  expect(await counted()).toEqual([]);
  await click();
  expect(await counted()).toEqual([{ key: 'mug', product_id: mug, clickers: 3, buyers: 0 }]);
});

test('counts a visitor who logs in as the same person', async () => {
  for (const userId of ['ada', 'eve']) {
    const visitorId = randomUUID();
    await click({ visitorId });
    await click({ visitorId, userId });
  }
  expect(await counted()).toEqual([]);
});

test('counts a shared address as one search, however many people open it', async () => {
  const searchId = await search();
  for (let time = 0; time < 6; time++) await click({ searchId });
  await click();
  expect(await counted()).toEqual([]);
  await click();
  expect(await counted()).toEqual([{ key: 'mug', product_id: mug, clickers: 3, buyers: 0 }]);
});

test('does not count views, administrators, old clicks or unknown searches', async () => {
  await thrice(() => click({ kind: 'view' }));
  await thrice(() => click({ userId: 'admin' }));
  await thrice(() => click({ daysAgo: 91 }));
  await thrice(() => click({ searchId: randomUUID() }));
  expect(await counted()).toEqual([]);
  await countChoices(database.db);
  expect(await counted()).toEqual([]);
});

test('counts paid orders by person, unless they are cancelled', async () => {
  await buy({ email: 'Eve@example.com' });
  await buy({ email: 'eve@example.com' });
  await buy({ userId: 'ada', email: 'a@example.com' });
  await buy({ userId: 'ada', email: 'b@example.com' });
  await buy({ paid: 'pending', status: 'Pending' });
  await buy({ paid: 'paid', status: 'Cancelled' });
  await buy({ paid: 'refunded' });
  expect(await counted()).toEqual([]);
  const orderId = await buy();
  expect(await counted()).toEqual([{ key: 'mug', product_id: mug, clickers: 0, buyers: 3 }]);
  await database.pool.query(`update orders set status = 'Cancelled' where order_id = $1`, [orderId]);
  expect(await counted()).toEqual([]);
});

test('a full count drops old choices', async () => {
  await thrice(() => click({ daysAgo: 89 }));
  await countChoices(database.db);
  expect(await counted()).toHaveLength(1);
  await database.pool.query(`update searches set searched_at = searched_at - interval '2 days'`);
  await purgeSearches(database.db);
  expect((await database.pool.query('select 1 from searches')).rows).toEqual([]);
  expect(await counted()).toHaveLength(1);
  await countChoices(database.db);
  expect(await counted()).toEqual([]);
});

test('keeps the hundred products of a text that most people chose', async () => {
  await database.pool.query(
    `with product as (
       insert into products (parent_asin, title) select 'many' || n, 'Many' from generate_series(1, 101) n
       returning product_id
     ), numbered as (select product_id, row_number() over (order by product_id) as place from product),
     asked as (
       insert into searches (search_id, key, text, reading, total)
       select gen_random_uuid(), 'many', 'many', 'as-typed', 101 from generate_series(1, 4) returning search_id)
     insert into events (visitor_id, kind, product_id, search_id)
     select gen_random_uuid(), 'click', product_id, search_id
     from numbered, (select search_id, row_number() over () as turn from asked) a where turn < 4 or place > 1`,
  );
  const rows = await counted();
  expect(rows).toHaveLength(100);
  expect(new Set(rows.map(({ clickers }) => clickers))).toEqual(new Set([4]));
});
