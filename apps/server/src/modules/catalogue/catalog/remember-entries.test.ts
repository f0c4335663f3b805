import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { findEntries } from './product-repository.ts';
import { rememberEntries } from './remember-entries.ts';

let database: TestDatabase;
let open: OpenDatabase;
const ids = [1, 2, 3, 4];

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  const { db } = open;
  await db.execute(sql`
    insert into products (parent_asin, title, price_minor, currency, is_listed)
    select 'P' || n, 'Lamp ' || n, 1000 * n, 'EUR', true from generate_series(1, 4) n`);
  await db.execute(sql`
    insert into inventory (product_id, on_hand) select n, 9 from generate_series(1, 4) n
    on conflict (product_id) do update set on_hand = 9`);
  await db.execute(sql`
    insert into product_images (product_id, position, url, large_url)
    select n, p, 'https://a.example/' || n || p, 'https://a.example/large/' || n || p from generate_series(1, 2) n, generate_series(1, 2) p`);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

test('a kept entry is the same as one that is read, whatever has changed', async () => {
  const { db } = open;
  const remembered = rememberEntries(db);
  const changes = [
    sql`select`,
    sql`update products set title = 'Tall lamp' where product_id = 1`,
    sql`update products set price_minor = 1234 where product_id = 2`,
    sql`update products set price_minor = null, currency = null where product_id = 2`,
    sql`update inventory set on_hand = 3 where product_id = 1`,
    sql`update inventory set reserved = 3 where product_id = 1`,
    sql`delete from inventory where product_id = 1`,
    sql`update product_images set large_url = 'https://a.example/new' where product_id = 2 and position = 1`,
    sql`delete from product_images where product_id = 2 and position = 1`,
    sql`delete from product_images where product_id = 2`,
    sql`insert into product_images (product_id, position, url, large_url) values (3, 1, 'https://a.example/3', 'https://a.example/3')`,
    sql`update products set is_listed = false where product_id = 3`,
    sql`update products set is_listed = true where product_id = 3`,
    sql`with made as (insert into product_groups (group_id, parent_asin, options) values (3, 'G', '{}') returning group_id)
      update products set group_id = made.group_id from made where product_id in (3, 4)`,
    sql`update inventory set on_hand = 0 where product_id = 4`,
    sql`update inventory set on_hand = 8 where product_id = 4`,
    sql`update products set price_minor = 5 where product_id = 4`,
    sql`update products set attributes = '{"color": ["red"]}' where product_id = 4`,
    sql`update product_groups set options = '{color}'`,
    sql`update attributes set label = 'Hue' where code = 'color'`,
    sql`update products set is_listed = false where product_id = 4`,
    sql`update products set is_listed = true where product_id = 4`,
    sql`update products set group_id = null where product_id in (3, 4)`,
    sql`truncate product_images`,
    sql`insert into products (parent_asin, title, is_listed) select 'Q' || n, 'Chair', true from generate_series(1, 1100) n`,
    sql`update products set title = 'A ' || title`,
    sql`update products set category_id = (select min(category_id) from categories), rating_count = 7 where product_id = 4`,
  ];
  for (const change of changes) {
    await db.execute(change);
    expect(await remembered([...ids, 99])).toEqual(await findEntries(db, [...ids, 99]));
  }
  expect(await remembered([])).toEqual(new Map());
});

test('what changes while an entry is read is not kept as it was before', async () => {
  const { db } = open;
  let change: (() => Promise<unknown>) | undefined;
  const remembered = rememberEntries({
    ...db,
    async execute(statement, options) {
      const result = await db.execute(statement, options);
      // The rows are read, but have not arrived.
      if (/from products p/.test(statement.compile().text)) await change?.();
      return result as never;
    },
  });
  await remembered([1]);
  change = async () => {
    change = undefined;
    await db.execute(sql`update products set title = 'Changed meanwhile' where product_id = 2`);
    // A request of another page learns of the change first.
    await remembered([1]);
  };
  await remembered([2]);
  expect((await remembered([2])).get(2)?.product.title).toBe('Changed meanwhile');
});
