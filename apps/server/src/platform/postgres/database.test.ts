import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  findDatabaseError,
  type OpenDatabase,
  openDatabase,
  withClientTransaction,
  withTransaction,
} from './database.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let test: TestDatabase;
let database: OpenDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ connectionString: test.connectionString, max: 4, statementTimeoutMs: 2_000 });
  await database.pool.query('create table counters (id int primary key, n int not null)');
  await database.pool.query('insert into counters values (1, 0), (2, 0)');
});

afterAll(async () => {
  await database.close();
  await test.drop();
});

it('runs a transaction again when it met another one', async () => {
  const add = () =>
    withTransaction(
      database.db,
      async (transaction) => {
        const { rows } = await transaction.execute<{ n: number }>(sql`select n from counters where id = 1`);
        await transaction.execute(sql`update counters set n = ${rows[0]!.n + 1} where id = 1`);
      },
      { isolationLevel: 'serializable', attempts: 20 },
    );
  await Promise.all([add(), add(), add(), add()]);
  const { rows } = await database.pool.query('select n from counters where id = 1');
  expect(rows).toEqual([{ n: 4 }]);
});

it('runs both of two transactions that lock the same rows in opposite order', async () => {
  let first: (() => void) | undefined;
  const bothHoldOne = new Promise<void>((resolve) => {
    first = resolve;
  });
  let holders = 0;
  const lock = (ids: [number, number]) =>
    withClientTransaction(database.pool, async (client) => {
      await client.query('update counters set n = n + 10 where id = $1', [ids[0]]);
      if (++holders === 2) first?.();
      await bothHoldOne;
      await client.query('update counters set n = n + 10 where id = $1', [ids[1]]);
    });
  await Promise.all([lock([1, 2]), lock([2, 1])]);
  const { rows } = await database.pool.query('select n from counters where id = 2');
  expect(rows).toEqual([{ n: 20 }]);
});

it('rolls back and gives up on other errors at once', async () => {
  let attempts = 0;
  const failing = withTransaction(database.db, async (transaction) => {
    attempts++;
    await transaction.execute(sql`insert into counters values (3, 0)`);
    await transaction.execute(sql`insert into counters values (3, 0)`);
  });
  const error = await failing.catch((caught: unknown) => caught);
  expect(findDatabaseError(error)?.code).toBe('23505');
  expect(attempts).toBe(1);
  const { rowCount } = await database.pool.query('select 1 from counters where id = 3');
  expect(rowCount).toBe(0);
});

it('ends a statement that takes too long', async () => {
  await expect(database.pool.query('select pg_sleep(10)')).rejects.toThrow(/statement timeout/);
});

it('survives the loss of its connections', async () => {
  const lost = withTransaction(database.db, async (transaction) => {
    const { rows } = await transaction.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]!.pid]);
    await transaction.execute(sql`select 1`);
  });
  await expect(lost).rejects.toThrow();
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
