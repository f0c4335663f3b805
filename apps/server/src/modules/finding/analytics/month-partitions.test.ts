import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { keepMonths } from './month-partitions.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

/** The months of stored searches by the partition in which they are. */
async function months() {
  const { rows } = await open.db.execute<{ partition: string; months: number[] }>(sql`
    select tableoid::regclass::text as partition, array_agg(query::int order by query::int) as months from events group by 1 order by 1`);
  return rows.map((row) => ({
    isDefault: row.partition === 'partitions.events_default',
    months: row.months,
  }));
}

// Not of the month before: the database of the tests may be from then, and has its partition.
test('a row of a month without a partition is stored, moved to its month, and dropped when that is too old', async () => {
  for (const ago of [0, 2, 5, 30])
    await open.db.execute(sql`
      insert into events (visitor_id, kind, query, occurred_at)
      values (${randomUUID()}, 'search', ${String(ago)}, date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' - make_interval(months => ${ago}))`);
  expect(await months()).toContainEqual({ isDefault: true, months: [2, 5, 30] });
  await keepMonths(open.db, { retentionMonths: 24 });
  expect((await months()).flatMap((row) => row.months)).toEqual([5, 2, 0]);
  expect((await months()).every(({ isDefault }) => !isDefault)).toBe(true);
  await keepMonths(open.db, { retentionMonths: 3 });
  expect((await months()).flatMap((row) => row.months)).toEqual([2, 0]);
});
