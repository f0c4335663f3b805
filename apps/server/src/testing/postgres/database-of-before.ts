/** @file A database as an earlier head left it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../platform/postgres/database.ts';
import { migrate, migrationsFolder } from '../../platform/postgres/migrate.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { createTestDatabase } from './test-database.ts';

export interface DatabaseOfBefore {
  readonly db: Database;
  readonly connectionString: string;
  /** Applies the later migrations. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

/** The database before the migration of this name. */
export async function createDatabaseOfBefore(migration: string): Promise<DatabaseOfBefore> {
  const { connectionString, drop } = await createTestDatabase();
  const { db, close } = openDatabase({ connectionString, max: 2 });
  const folder = mkdtempSync(join(tmpdir(), 'kindred-migrations-'));
  cpSync(migrationsFolder, folder, { recursive: true });
  const journal = join(folder, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { tag: string }[] };
  const before = entries.slice(
    0,
    entries.findIndex(({ tag }) => tag.endsWith(`_${migration}`)),
  );
  writeFileSync(journal, JSON.stringify({ entries: before }));
  await db.execute(sql`drop schema public cascade`);
  await db.execute(sql`drop schema drizzle cascade`);
  await db.execute(sql`create schema public`);
  await migrate({ connectionString, folder });
  return {
    db,
    connectionString,
    async migrate() {
      await migrate({ connectionString });
    },
    async close() {
      await close();
      await drop();
      rmSync(folder, { recursive: true });
    },
  };
}
