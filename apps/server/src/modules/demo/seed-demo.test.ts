import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/postgres/test-database.ts';
import { seedDemo } from './seed-demo.ts';

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

const seed = (signal?: AbortSignal) =>
  seedDemo({
    db: shop.db,
    dataDir,
    logger: pino({ level: 'silent' }),
    size: { products: 40, users: 30, reviews: 90, seed: 1 },
    ...(signal && { signal }),
  });

async function count(table: 'products' | 'users' | 'promotions'): Promise<number> {
  const { rows } = await shop.db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)} where ${table === 'users' ? sql`email is not null` : sql`true`}`,
  );
  return rows[0].n;
}

test('stops when it is told to', async () => {
  const reason = new Error('Stopped by SIGTERM.');
  await expect(seed(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await count('products')).toBe(0);
});

test('makes all of the accounts, promo codes and taxes or none, so that a log-in is never lost', async () => {
  await shop.db.execute(sql`alter table promotions add constraint broken check (code <> 'FIFTEEN')`);
  await expect(seed()).rejects.toThrow();
  expect([await count('promotions'), await count('users')]).toEqual([0, 0]);

  await shop.db.execute(sql`alter table promotions drop constraint broken`);
  const accounts = await seed();
  expect(accounts?.admin.email).toBe('admin@demo.example');
  expect([await count('products'), await count('promotions'), await count('users')]).toEqual([40, 3, 2]);
});
