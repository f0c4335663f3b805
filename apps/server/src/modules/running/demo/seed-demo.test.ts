import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { dropAttribute } from '../../catalogue/attributes/index.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import { demoAccountsFile } from './demo-accounts.ts';
import { findDemoLogIns } from './demo-log-ins.ts';
import { type SeedProgress, seedDemo } from './seed-demo.ts';

let database: TestDatabase;
let shop: OpenDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  shop = openDatabase(database);
  dataDir = mkdtempSync(join(tmpdir(), 'kindred-demo-'));
});
afterAll(async () => {
  await shop.close();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const seed = (signal?: AbortSignal, onProgress?: (progress: SeedProgress) => void) =>
  seedDemo({
    db: shop.db,
    dataDir,
    logger: pino({ level: 'silent' }),
    size: { products: 40, users: 30, reviews: 90, seed: 1 },
    hasSales: true,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });

async function count(table: 'products' | 'users' | 'promotions'): Promise<number> {
  const { rows } = await shop.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)} where ${table === 'users' ? sql`email is not null` : sql`true`}`,
  );
  return rows[0].n;
}

/** Products, each once, in however many variants. */
async function countItems(): Promise<number> {
  const { rows } = await shop.db.execute<{ n: number }>(
    sql`select count(distinct coalesce(group_id, product_id))::int as n from products`,
  );
  return rows[0].n;
}

test('stops when its signal is aborted', async () => {
  const reason = new Error('Stopped by SIGTERM.');
  await expect(seed(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await count('products')).toBe(0);
});

const logIns = () => findDemoLogIns({ db: shop.db, dataDir });

test('creates all accounts, promo codes and taxes, or none', async () => {
  await shop.db.execute(sql`alter table promotions add constraint broken check (code <> 'FIFTEEN')`);
  await expect(seed()).rejects.toThrow();
  expect([await count('promotions'), await count('users')]).toEqual([0, 0]);

  await shop.db.execute(sql`alter table promotions drop constraint broken`);
  const shares: number[] = [];
  const accounts = await seed(undefined, ({ share }) => shares.push(share));
  expect(accounts?.admin.email).toBe('admin@demo.example');
  expect([await countItems(), await count('promotions'), await count('users')]).toEqual([40, 3, 2]);
  expect(shares.at(-1)).toBe(1);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
});

test('its reviewers have names', async () => {
  const { rows } = await shop.db.execute<{ unnamed: number }>(sql`
    select count(*)::int as unnamed from reviews join users using (user_id) where first_name is null or last_name is null`);
  expect(rows[0].unnamed).toBe(0);
});

test('puts some products on sale, and announces only what is true of their history', async () => {
  const { rows } = await shop.db.execute<{ percent_off: number; lowest: number; was: number }>(sql`
    select percent_off, lowest_recent_price_minor as lowest, h.price_minor as was
    from products join price_history h using (product_id)
    where regular_price_minor is not null and h.since < now() - interval '30 days'`);
  expect(rows.length).toBeGreaterThan(0);
  for (const { percent_off, lowest, was } of rows) expect([lowest, percent_off >= 15]).toEqual([was, true]);
});

test('declares what its products are chosen by: variants have sizes', async () => {
  const { rows: declared } = await shop.db.execute<{ code: string }>(
    sql`select code from attributes order by position`,
  );
  expect(declared.map(({ code }) => code)).toEqual(['brand', 'color', 'size', 'material', 'contents']);
  const { rows } = await shop.db.execute<{ options: string[]; products: number }>(
    sql`select options, count(*)::int as products from product_groups join products using (group_id) group by group_id`,
  );
  expect(rows.some(({ options, products }) => options.includes('size') && products >= 3)).toBe(true);
});

test('a demo of an earlier version stays as it is', async () => {
  await dropAttribute(shop.db, 'size');
  await shop.db.execute(sql`update products set group_id = null`);
  await shop.db.execute(sql`delete from product_groups`);
  const before = await count('products');
  expect(await seed()).toBeUndefined();
  const { rows } = await shop.db.execute<{ groups: number; sizes: number }>(
    sql`select (select count(*)::int from product_groups) as groups, (select count(*)::int from attributes where code = 'size') as sizes`,
  );
  expect([rows[0].groups, rows[0].sizes, await count('products')]).toEqual([0, 0, before]);
});

test('keeps the log-ins in a file that only its owner can read, and shows them whenever asked', async () => {
  expect(statSync(demoAccountsFile(dataDir)).mode & 0o777).toBe(0o600);
  const kept = JSON.parse(readFileSync(demoAccountsFile(dataDir), 'utf8'));
  const told = [
    { role: 'shopper', email: 'shopper@demo.example', password: kept.shopper.password },
    { role: 'admin', email: 'admin@demo.example', password: kept.admin.password },
  ];
  expect(await logIns()).toEqual({ logIns: told, areNew: false });
  expect(await logIns()).toEqual({ logIns: told, areNew: false });
});

test('a data folder of an earlier version, without log-ins, gets new ones once', async () => {
  const before = await logIns();
  rmSync(demoAccountsFile(dataDir));
  const shared = await findDemoLogIns({ db: shop.db, dataDir, mayRenew: false });
  expect(shared.logIns.map(({ password }) => password)).toEqual([undefined, undefined]);

  const renewed = await logIns();
  expect(renewed.areNew).toBe(true);
  expect(renewed.logIns[0].password).not.toBe(before.logIns[0].password);
  expect(await logIns()).toEqual({ ...renewed, areNew: false });
});

test('an account that a person has changed keeps its password', async () => {
  rmSync(demoAccountsFile(dataDir));
  const hashOf = async (email: string) => {
    const { rows } = await shop.db.execute<{ password_hash: string }>(
      sql`select password_hash from users where email = ${email}`,
    );
    return rows[0].password_hash;
  };
  await shop.db.execute(sql`update users set first_name = 'Ada' where email = 'shopper@demo.example'`);
  await queueMail(shop.db, { kind: 'password-changed', recipient: 'admin@demo.example', data: {} });
  const emails = ['shopper@demo.example', 'admin@demo.example'];
  const before = await Promise.all(emails.map(hashOf));
  const { areNew, logIns: told } = await logIns();
  expect([areNew, ...told.map(({ password }) => password)]).toEqual([false, undefined, undefined]);
  expect(await Promise.all(emails.map(hashOf))).toEqual(before);
});
