import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres/test-database.ts';
import { loggableError } from '../loggable-error.ts';
import {
  connectionOf,
  findDatabaseError,
  type OpenDatabase,
  openDatabase,
  withTransaction,
} from './database.ts';
import { sql } from './sql.ts';

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

it('runs a transaction again after a conflict', async () => {
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
    withTransaction(database.db, async ({ client }) => {
      await client.query('update counters set n = n + 10 where id = $1', [ids[0]]);
      if (++holders === 2) first?.();
      await bothHoldOne;
      await client.query('update counters set n = n + 10 where id = $1', [ids[1]]);
    });
  await Promise.all([lock([1, 2]), lock([2, 1])]);
  const { rows } = await database.pool.query('select n from counters where id = 2');
  expect(rows).toEqual([{ n: 20 }]);
});

it('joins the transaction that it gets', async () => {
  const { db } = database;
  const broken = withTransaction(db, async (outer) => {
    await withTransaction(outer, (inner) => inner.execute(sql`insert into counters values (9, 0)`));
    throw new Error('broke');
  });
  await expect(broken).rejects.toThrow('broke');
  expect((await db.execute(sql`select from counters where id = 9`)).rowCount).toBe(0);
});

it('opens a transaction on a given connection, with one snapshot if requested', async () => {
  const client = await database.pool.connect();
  const options = { isolationLevel: 'repeatable read', isReadOnly: true } as const;
  const read = () => client.query('select count(*)::int as n from counters').then(({ rows }) => rows[0].n);
  await withTransaction(
    connectionOf(client),
    async (tx) => {
      const before = await read();
      await database.pool.query('insert into counters values (10, 0)');
      expect(await read()).toBe(before);
      await expect(tx.execute(sql`delete from counters`)).rejects.toThrow('read-only');
    },
    options,
  ).catch((error: Error) => expect(error.message).toContain('a statement in it had failed'));
  await client.query('delete from counters where id = 10');
  client.release();
});

it('returns timestamps, dates and large numbers as exact text', async () => {
  const { rows } = await database.db.execute(sql`
    select '2026-03-01 12:00:00.123456+00'::timestamptz as at, '{2026-03-01 12:00:00+00}'::timestamptz[] as moments,
      date '2026-03-01' as day, 9007199254740993 as large, 1.10 as price, 2 as small, array[1, 2] as list, '{"a": 1}'::jsonb as json`);
  expect(rows).toEqual([
    {
      at: '2026-03-01 12:00:00.123456+00',
      moments: ['2026-03-01 12:00:00+00'],
      day: '2026-03-01',
      large: '9007199254740993',
      price: '1.10',
      small: 2,
      list: [1, 2],
      json: { a: 1 },
    },
  ]);
});

it('reports the failed statement without its values', async () => {
  const error = await database.db.execute(sql`select ${'Ada'}::int`).catch((caught: unknown) => caught);
  expect(loggableError(error)).toMatchObject({
    code: '22P02',
    message: 'invalid input syntax for type integer',
    statement: 'select $1::int',
  });
});

it('throws if a failed statement ended the transaction, even if its error was ignored', async () => {
  const hushed = withTransaction(database.db, async (tx) => {
    await tx.execute(sql`insert into counters values (8, 0)`);
    await tx.execute(sql`select 1 / 0`).catch(() => undefined);
  });
  await expect(hushed).rejects.toThrow('a statement in it had failed');
});

it('rolls back and does not try again after other errors', async () => {
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
