/** @file For tests of backups: databases, their contents, and shops on restored databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createApp } from '../../app.ts';
import { composeServices } from '../../compose.ts';
import { createConfig } from '../../config/config.ts';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase } from '../postgres/test-database.ts';
import { quickPasswords } from '../quick-passwords.ts';
import { secret, type TestNode } from '../test-shop.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-backup-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function emptyDatabase(): Promise<string> {
  const { connectionString, drop } = await createTestDatabase();
  onTestFinished(drop);
  return connectionString;
}

export type Digests = Record<string, { rows: number; md5: string }>;

/** The number of rows and a checksum of every table, including generated columns; consistent if a snapshot is given. */
export async function digestsOf(connectionString: string, snapshot?: string): Promise<Digests> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read');
    if (snapshot) await client.query(`set transaction snapshot '${snapshot}'`);
    await client.query("set timezone = 'UTC'; set extra_float_digits = 3");
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_stat_user_tables
       where schemaname = 'public' and relname not in ('backups', 'card_changes', 'search_changes') order by 1`,
    );
    const digests: Digests = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ rows: number; md5: string }>(
        `select count(*)::int as rows, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as md5 from ${name} t`,
      );
      digests[name] = rows[0]!;
    }
    return digests;
  } finally {
    await client.end();
  }
}

/** A node on an existing database. */
export async function openNode(
  connectionString: string,
  dataDir: string,
): Promise<TestNode & { close(): Promise<void> }> {
  const database = openDatabase({ connectionString, max: 4 });
  const services = await composeServices(
    {
      config: createConfig({ KINDRED_DATA_DIR: dataDir }),
      logger: pino({ level: 'silent' }),
      db: database.db,
      connectionString,
      secret,
      extensions: [],
      close: () => database.close(),
    },
    { passwords: quickPasswords },
  );
  const app = await createApp(services);
  return {
    app,
    services,
    db: database.db,
    async close() {
      await app.close();
      await services.close();
      await database.close();
    },
  };
}
