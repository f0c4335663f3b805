import { usualSignals } from '@kindred/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { findHistories } from './history-repository.ts';
import { dislikedGroups, dislikedProducts, likedInteractions } from './liked.ts';

let database: TestDatabase;
let open: OpenDatabase;
const people = 60;
const products = 8;
const shoppers = Array.from({ length: people }, (_, n) => ({ userId: `U${n}`, visitorId: undefined }));

/** Products 3 to 6 are one item, 3. */
beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(sql`
    insert into products (parent_asin, title) select 'P' || n, 'Product ' || n from generate_series(1, ${products}) as n`);
  await groupProducts(open.db, [3, 4, 5, 6]);
  await open.db.execute(sql`
    insert into users (user_id, first_name, last_name) select 'U' || n, '', '' from generate_series(0, ${people - 1}) as n`);
  await live();
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** Few different days, so that deeds of one time occur. */
const daysAgo = fc.integer({ min: 1, max: 6 });
const product = fc.integer({ min: 1, max: products });
const review = fc.record({
  product,
  daysAgo,
  stars: fc.integer({ min: 1, max: 5 }),
  status: fc.constantFrom('published', 'published', 'pending'),
});
const order = fc.record({
  product,
  daysAgo,
  status: fc.constantFrom('Pending', 'Pending', 'Cancelled'),
  payment: fc.constantFrom('paid', 'partly-refunded', 'refunded', 'pending'),
});
const sent = fc.record({
  product,
  daysAgo,
  kind: fc.constantFrom('purchase', 'rating', 'like', 'dislike', 'view'),
  stars: fc.integer({ min: 1, max: 5 }),
});
const life = fc.record({
  reviews: fc.uniqueArray(review, { maxLength: 4, selector: (one) => one.product }),
  orders: fc.array(order, { maxLength: 3 }),
  sent: fc.uniqueArray(sent, {
    maxLength: 4,
    selector: (one) => `${one.product} ${one.kind} ${one.daysAgo}`,
  }),
});

async function live(): Promise<void> {
  const lives = fc.sample(life, { numRuns: people, seed: 11 });
  const rowsOf = <Row>(rows: (one: (typeof lives)[0]) => readonly Row[]) =>
    JSON.stringify(lives.flatMap((one, n) => rows(one).map((row) => ({ user: `U${n}`, ...row }))));
  await open.db.execute(sql`
    insert into reviews (user_id, product_id, rating, status, timestamp)
    select "user", product, stars, status, date_trunc('day', now()) - make_interval(days => "daysAgo")
    from json_to_recordset(${rowsOf(({ reviews }) => reviews)}::json)
      as r ("user" text, product int, stars int, status review_status, "daysAgo" int)`);
  await open.db.execute(sql`
    with placed as materialized (
      select gen_random_uuid() as id, o.* from json_to_recordset(${rowsOf(({ orders }) => orders)}::json)
        as o ("user" text, product int, status order_status, payment payment_status, "daysAgo" int)),
    made as (
      insert into orders (order_id, user_id, email, total_price_minor, currency, status, cancelled_because, payment_status, created_at)
      select id, "user", 'a@example.com', 100, 'USD', status, case when status = 'Cancelled' then 'customer' end, payment, date_trunc('day', now()) - make_interval(days => "daysAgo") from placed
      returning order_id)
    insert into order_lines (order_id, product_id, title, quantity, unit_price_minor, total_minor)
    select id, product, 'A product', 1, 100, 100 from placed join made on order_id = id`);
  await open.db.execute(sql`
    insert into interactions (user_id, product_id, kind, value, occurred_at)
    select "user", product, kind, stars, date_trunc('day', now()) - make_interval(days => "daysAgo")
    from json_to_recordset(${rowsOf((one) => one.sent)}::json)
      as i ("user" text, product int, kind interaction_kind, stars int, "daysAgo" int)`);
}

test('shelves and training have the same rules for what a member likes and dislikes', async () => {
  const { rows: liked } = await open.db.execute<{ user_id: string; told: string }>(sql`
    select user_id, concat_ws(' ', item_id, (array_agg(product_id order by deed = 'bought' desc, at desc, product_id))[1],
      case when bool_or(deed = 'bought') then 'bought' else 'reviewed' end) as told
    from (${likedInteractions}) as liked group by user_id, item_id`);
  const { rows: disliked } = await open.db.execute<{ user_id: string; item_id: number }>(sql`
    select user_id, product_id as item_id from (${dislikedProducts}) as few join products p using (product_id) where p.group_id is null
    union select user_id, group_id from (${dislikedGroups}) as few`);
  const { rows: owned } = await open.db.execute<{ user_id: string; item_id: number }>(sql`
    select distinct had.user_id, coalesce(group_id, product_id) as item_id from (
      select user_id, product_id from reviews
      union all select user_id, product_id from interactions where kind in ('purchase', 'rating')
      union all select user_id, product_id from orders join order_lines using (order_id) where status <> 'Cancelled'
    ) as had join products using (product_id)`);
  const histories = await findHistories(open.db, shoppers, { signals: usualSignals });
  const ofSql = <Row extends { user_id: string }, T>(rows: readonly Row[], told: (row: Row) => T) =>
    shoppers.map(({ userId }) =>
      rows
        .filter((row) => row.user_id === userId)
        .map(told)
        .sort(),
    );

  expect(liked.length).toBeGreaterThan(people);
  expect(disliked.length).toBeGreaterThan(people / 2);
  expect(
    histories.map(({ entries }) =>
      entries
        .filter(({ deed }) => deed !== 'viewed')
        .map(({ itemId, productId, deed }) => `${itemId} ${productId} ${deed}`)
        .sort(),
    ),
  ).toEqual(ofSql(liked, ({ told }) => told));
  const sorted = (items: readonly number[]) => items.toSorted();
  expect(histories.map(({ disliked }) => sorted(disliked.map(({ itemId }) => itemId)))).toEqual(
    ofSql(disliked, ({ item_id }) => item_id),
  );
  expect(histories.map(({ owned }) => sorted(owned))).toEqual(ofSql(owned, ({ item_id }) => item_id));
});

test('a history that is read together with others is the one that is read alone', async () => {
  const visitors = ['7b0c1f64-0d5c-4d7e-9d0a-1f2f3a4b5c6d', '1c9f63a0-7f3e-4a58-8d43-0a9b8c7d6e5f'];
  await open.db.execute(sql`
    insert into events (visitor_id, kind, product_id) select visitor::uuid, 'view', n
    from unnest(${visitors}::text[]) with ordinality as v (visitor, place), generate_series(place, place + 2) as n`);
  const mixed = [
    { userId: undefined, visitorId: visitors[1] },
    shoppers[3],
    { userId: 'U5', visitorId: visitors[0] },
    { userId: undefined, visitorId: undefined },
    { userId: 'U5', visitorId: undefined },
    { userId: undefined, visitorId: visitors[1] },
  ];
  const until = new Date(Date.now() + 3_600_000);
  const together = await findHistories(open.db, mixed, { signals: usualSignals, until });
  for (const [place, shopper] of mixed.entries())
    expect(await findHistories(open.db, [shopper], { signals: usualSignals, until })).toEqual([
      together[place],
    ]);
  expect(together[0].seen).toEqual(together[5].seen);
  expect([...together[0].seen.keys()]).toEqual([3, 2]);
  expect(together[3].entries).toEqual([]);
  expect([...together[2].seen.keys()].length).toBeGreaterThan([...together[4].seen.keys()].length);
});
