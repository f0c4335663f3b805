import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { readDatabaseFigures } from './database-figures-repository.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({
    size: smallSize,
    env: { SLOW_QUERY_MS: '50' },
  });
});
afterAll(() => shop.close());

async function figure(name: string): Promise<number> {
  const { body } = await shop.app.inject('/metrics');
  const line = body.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length));
}

test('/metrics has figures of PostgreSQL', async () => {
  expect(await figure('kindred_database_size_bytes')).toBeGreaterThan(5_000_000);
  expect(await figure('kindred_database_table_size_bytes{table="reviews"}')).toBeGreaterThan(8_192);
  expect(await figure('kindred_database_connections{state="idle"}')).toBeGreaterThan(0);
  expect(await figure('kindred_database_connections_max')).toBeGreaterThan(10);
  expect(await figure('kindred_database_cache_hit_ratio')).toBeGreaterThan(0.1);
  expect(await figure('kindred_database_wal_archive_failures')).toBeGreaterThanOrEqual(0);
});

test('reports open transactions, dead rows and sizes', async () => {
  const client = new pg.Client({ connectionString: shop.connectionString });
  await client.connect();
  try {
    await client.query('begin; select from users limit 1; select pg_sleep(.05)');
    const open = await readDatabaseFigures(shop.db);
    expect(open.longestTransactionSeconds).toBeGreaterThan(0.04);
    expect(open.connections['idle in transaction']).toBeGreaterThan(0);
    await client.query('commit');
    await client.query(`update users set age = 30; select pg_stat_force_next_flush()`);
    await expect
      .poll(
        async () =>
          (await readDatabaseFigures(shop.db)).tables.find(({ name }) => name === 'users')?.deadRows,
      )
      .toBeGreaterThan(0);
  } finally {
    await client.end();
  }
});

test('reports an unread replication slot with the bytes that it retains', async () => {
  const slot = `kindred_test_${Date.now()}`;
  const { rows } = await shop.db.execute<{ level: string }>(
    sql`select current_setting('wal_level') as level`,
  );
  expect(rows[0]!.level).not.toBe('minimal');
  await shop.db.execute(sql`select pg_create_physical_replication_slot(${slot}, true)`);
  try {
    await shop.db.execute(sql`update users set age = 31`);
    const find = async () => {
      const { slots } = await readDatabaseFigures(shop.db);
      return slots.find(({ name }) => name === slot);
    };
    expect((await find())?.isActive).toBe(false);
    // The tests' server writes its log shortly after the commit.
    await expect.poll(async () => (await find())?.retainedBytes).toBeGreaterThan(1_000);
  } finally {
    await shop.db.execute(sql`select pg_drop_replication_slot(${slot})`);
  }
});

test('counts slow queries', async () => {
  const before = await figure('kindred_slow_queries_total');
  await shop.db.execute(sql`select pg_sleep(.06)`);
  expect(await figure('kindred_slow_queries_total')).toBeGreaterThan(before);
});
