import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres/test-database.ts';
import { type OpenDatabase, openDatabase, withTransaction } from './database.ts';
import { watchSlowQueries } from './slow-queries.ts';
import { sql } from './sql.ts';

let testDatabase: TestDatabase;
let database: OpenDatabase;
const told: { text: string; ms: number }[] = [];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase({ connectionString: testDatabase.connectionString, max: 2 });
  watchSlowQueries({ pool: database.pool, slowMs: 100, onSlow: (query) => told.push(query) });
});
afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test('reports the text of a slow query but never its values, for every way to run it', async () => {
  const { pool, db } = database;
  const secret = 'ada@example.com';
  await pool.query('select pg_sleep(.12),\n  $1::text', [secret]);
  await db.execute(sql`select pg_sleep(.12), ${secret}::text as executed`);
  await withTransaction(db, (tx) => tx.execute(sql`select pg_sleep(.12), ${secret}::text as inner`));
  await expect(pool.query('select pg_sleep(.12), 1 / (random() * 0 + $1)::int', [0])).rejects.toThrow(
    'division',
  );
  await new Promise<void>((resolve, reject) =>
    pool.query('select pg_sleep(.12) as callback', (error) => (error ? reject(error) : resolve())),
  );
  expect(told.map(({ text }) => text)).toEqual([
    'select pg_sleep(.12), $1::text',
    'select pg_sleep(.12), $1::text as executed',
    'select pg_sleep(.12), $1::text as inner',
    'select pg_sleep(.12), 1 / (random() * 0 + $1)::int',
    'select pg_sleep(.12) as callback',
  ]);
  expect(told.every(({ ms }) => ms >= 100)).toBe(true);
  expect(JSON.stringify(told)).not.toContain(secret);
});

test('does not report quick queries, and passes their rows and errors on', async () => {
  // No machine is so slow that these take a minute.
  const { pool, close } = openDatabase({ connectionString: testDatabase.connectionString, max: 1 });
  const reported: string[] = [];
  watchSlowQueries({ pool, slowMs: 60_000, onSlow: ({ text }) => reported.push(text) });
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await expect(pool.query('selec')).rejects.toThrow('syntax error');
  expect(reported).toEqual([]);
  await close();
});
