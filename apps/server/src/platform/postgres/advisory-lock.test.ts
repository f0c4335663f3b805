import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres/test-database.ts';
import { tryWithLock, withLock } from './advisory-lock.ts';
import { type OpenDatabase, openDatabase } from './database.ts';

let own: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  own = await createTestDatabase();
  database = openDatabase({ connectionString: own.connectionString, max: 8 });
});
afterAll(async () => {
  await database.close();
  await own.drop();
});

test('has one holder at a time', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await database.pool.query('select pg_sleep(0.01)');
    inside--;
  };
  await Promise.all(Array.from({ length: 6 }, () => withLock(database.db, 'test', work)));
  expect(most).toBe(1);
});

test('`tryWithLock` does not wait, and a failure releases the lock', async () => {
  const { db } = database;
  const tried = await withLock(db, 'busy', () => tryWithLock(db, 'busy', async () => 'in'));
  expect(tried).toBeUndefined();
  await expect(withLock(db, 'busy', () => Promise.reject(new Error('broke')))).rejects.toThrow('broke');
  expect(await withLock(db, 'busy', async () => 'in')).toBe('in');
});

test('goes to a waiting caller before one that keeps trying', async () => {
  const { db } = database;
  const { promise: isServed, resolve: serve } = Promise.withResolvers<void>();
  let order = '';
  const eager = async () => {
    for (let turn = 0; turn < 200 && !order.includes('waiting'); turn++) {
      await tryWithLock(db, 'wanted', async () => {
        if (turn === 0) serve();
        order += 'eager ';
        await database.pool.query('select pg_sleep(0.02)');
      });
    }
  };
  const trying = eager();
  await isServed;
  await withLock(db, 'wanted', async () => {
    order += 'waiting ';
  });
  await trying;
  expect(order.split('eager').length - 1).toBeLessThan(5);
});

test('an aborted caller stops waiting and leaves the lock to others', async () => {
  const { db } = database;
  const controller = new AbortController();
  const reason = new Error('this node stops');
  await withLock(db, 'taken', async () => {
    const waiting = withLock(db, 'taken', async () => 'in', controller.signal);
    setImmediate(() => controller.abort(reason));
    await expect(waiting).rejects.toBe(reason);
    await expect(withLock(db, 'taken', async () => 'in', controller.signal)).rejects.toBe(reason);
  });
  expect(await withLock(db, 'taken', async () => 'in', new AbortController().signal)).toBe('in');
});
