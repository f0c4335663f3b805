import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../testing/postgres/test-database.ts';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.connectionString });
  await client.connect();
  await client.query('drop schema public cascade; drop schema drizzle cascade; create schema public');
});

afterEach(async () => {
  await client.end();
  await database.drop();
});

function writeMigrations(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-migrations-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'meta'));
  const entries = Object.keys(files).map((tag, index) => ({ idx: index, tag, when: 1000 + index }));
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ entries }));
  for (const [tag, text] of Object.entries(files)) writeFileSync(join(folder, `${tag}.sql`), text);
  return folder;
}

it('applies every migration once, even with four concurrent starts', async () => {
  const { connectionString } = database;
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate({ connectionString })));
  const tags = readMigrations(migrationsFolder).map(({ tag }) => tag);
  expect(applied.filter((list) => list.length > 0)).toEqual([tags]);
  expect(await migrate({ connectionString })).toEqual([]);
  const { rows } = await client.query('select count(*)::int as n from drizzle.__drizzle_migrations');
  expect(rows).toEqual([{ n: tags.length }]);
});

it('rolls back a failing migration, keeps the previous ones and names it', async () => {
  const folder = writeMigrations({
    '0000_good': 'create table good (n int)',
    '0001_bad': 'create table half (n int);--> statement-breakpoint\nselect no_such_function()',
  });
  const { connectionString } = database;
  await expect(migrate({ connectionString, folder })).rejects.toThrow(
    /Migration 0001_bad failed.*no_such_function/s,
  );
  const { rows } = await client.query("select to_regclass('good') as good, to_regclass('half') as half");
  expect(rows).toEqual([{ good: 'good', half: null }]);
});

it('rejects a migration that was changed after it was applied', async () => {
  const { connectionString } = database;
  await migrate({ connectionString, folder: writeMigrations({ '0000_a': 'create table a (n int)' }) });
  const changed = writeMigrations({ '0000_a': 'create table a (n bigint)' });
  await expect(migrate({ connectionString, folder: changed })).rejects.toThrow(/0000_a was changed/);
});
