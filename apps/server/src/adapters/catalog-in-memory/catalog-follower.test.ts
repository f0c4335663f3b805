import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createNotifications } from '../../platform/postgres/notifications.ts';
import { isSomebodyWaiting } from '../../testing/postgres/lock-waits.ts';
import { createTestDatabase } from '../../testing/postgres/test-database.ts';
import { searchChangesChannel } from '../search-reading/search-words-repository.ts';
import { type CatalogFollower, createCatalogFollower, goesOnFrom } from './catalog-follower.ts';

const logger = pino({ level: 'silent' });
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openShop() {
  const { connectionString, drop } = await createTestDatabase();
  closing.push(drop);
  const { pool, db, close } = openDatabase({ connectionString });
  closing.push(close);
  return {
    pool,
    db,
    connectionString,
    async follow({ isDeaf = false } = {}): Promise<CatalogFollower> {
      const notifications = isDeaf ? undefined : await createNotifications({ connectionString, logger });
      const follower = createCatalogFollower({
        db,
        notifications: notifications ?? { subscribe: () => undefined },
        logger,
      });
      closing.push(async () => {
        await follower.close();
        await notifications?.close();
      });
      return follower;
    },
  };
}

const insertProduct = `insert into products (parent_asin, title) values ($1, 'Something') returning product_id`;
const lengthOf = async (follower: CatalogFollower) => (await follower.catalog()).columns.length;

test('does not miss a transaction that ends after a later one was read', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow({ isDeaf: true });
  await follower.catalog();
  const slow = await pool.connect();
  closing.push(async () => slow.release());
  await slow.query('begin');
  await slow.query(insertProduct, ['SLOW']);
  await pool.query(insertProduct, ['QUICK']);
  await follower.catchUp();
  expect(await lengthOf(follower)).toBe(1);
  await slow.query('commit');
  await follower.catchUp();
  expect(await lengthOf(follower)).toBe(2);
});

test('has everything that was committed before the call, even if another reading was already running', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow({ isDeaf: true });
  for (let round = 1; round <= 20; round++) {
    const earlier = follower.catchUp();
    await pool.query(insertProduct, [`P${round}`]);
    await Promise.all([follower.catchUp(), follower.catchUp()]);
    expect(await lengthOf(follower)).toBe(round);
    await earlier;
  }
});

test('notifies both nodes of a change', async () => {
  const { pool, follow } = await openShop();
  const [one, other] = [await follow(), await follow()];
  await Promise.all([one.catalog(), other.catalog()]);
  await pool.query(insertProduct, ['HEARD']);
  for (const node of [one, other]) await vi.waitFor(async () => expect(await lengthOf(node)).toBe(1), 5_000);
});

test('reads after the first reading what was notified during it', async () => {
  const { pool, db, connectionString } = await openShop();
  const notifications = await createNotifications({ connectionString, logger });
  const follower = createCatalogFollower({ db, notifications, logger });
  closing.push(() => notifications.close(), follower.close);
  const heard = Promise.withResolvers<string>();
  notifications.subscribe(searchChangesChannel, heard.resolve);
  const holder = await pool.connect();
  await holder.query('begin; lock table search_synonyms in access exclusive mode');
  const first = follower.catalog();
  await vi.waitUntil(() => isSomebodyWaiting(db));
  await pool.query(insertProduct, ['MEANWHILE']);
  await heard.promise;
  await holder.query('commit');
  holder.release();
  expect((await first).columns.length).toBe(0);
  await vi.waitFor(async () => expect(await lengthOf(follower)).toBe(1), 5_000);
});

test('reads after a reconnect what was notified while the connection was lost', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow();
  await follower.catalog();
  await pool.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'kindred notifications' and datname = current_database()`);
  await pool.query(insertProduct, ['MISSED']);
  await vi.waitFor(async () => expect(await lengthOf(follower)).toBe(1), 5_000);
});

test('reads everything again after a table was truncated', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow({ isDeaf: true });
  await pool.query(insertProduct, ['GONE']);
  await follower.catchUp();
  const { textVersion } = (await follower.catalog()).columns;
  await pool.query('truncate products cascade');
  await follower.catchUp();
  expect(await lengthOf(follower)).toBe(0);
  expect((await follower.catalog()).columns.textVersion).toBeGreaterThan(textVersion);
});

test('a change of the stock keeps the matches of texts, a change of the title drops them', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow({ isDeaf: true });
  const { rows } = await pool.query<{ product_id: number }>(insertProduct, ['STOCKED']);
  const id = rows[0]!.product_id;
  await follower.catchUp();
  const version = async () => (await follower.catchUp()).columns.textVersion;
  const before = await version();
  await pool.query('insert into inventory (product_id, on_hand) values ($1, 3)', [id]);
  expect(await version()).toBe(before);
  await pool.query(`update products set title = 'Else' where product_id = $1`, [id]);
  expect(await version()).toBeGreaterThan(before);
});

test('the next reading makes up for one that failed', async () => {
  const { pool, follow } = await openShop();
  const follower = await follow({ isDeaf: true });
  await follower.catalog();
  await pool.query(insertProduct, ['LATE']);
  await pool.query('alter table search_changes rename to search_changes_away');
  await expect(follower.catchUp()).rejects.toThrow('search_changes');
  expect(follower.failingSince).toBeInstanceOf(Date);
  await pool.query('alter table search_changes_away rename to search_changes');
  await follower.catchUp();
  expect(follower.failingSince).toBeUndefined();
  expect(await lengthOf(follower)).toBe(1);
});

test('does not continue after a week or in another cluster', () => {
  const point = { xmin: 1_000n, at: new Date('2026-05-01') };
  expect(goesOnFrom(point, { xmin: 1_000n, at: new Date('2026-05-03') })).toBe(true);
  expect(goesOnFrom(point, { xmin: 999n, at: new Date('2026-05-03') })).toBe(false);
  expect(goesOnFrom(point, { xmin: 2_000n, at: new Date('2026-05-08') })).toBe(false);
});
