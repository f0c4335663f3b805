import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { runComposed } from './composed-statement.ts';
import { connectionOf, findDatabaseError, withTransaction } from './database.ts';
import { DatabaseSetupError } from './database-setup-error.ts';

export interface Migration {
  tag: string;
  statements: string[];
  hash: string;
  createdAt: number;
  /** The extension that brings it. */
  addedBy?: string;
}

/** The tables and migrations of extensions. */
export interface AddedTables {
  /** They run after Kindred's own. */
  readonly migrations: readonly Migration[];
  readonly names: readonly string[];
}

export const nothingAdded: AddedTables = { migrations: [], names: [] };

/** The lock for changes of tables. Any number that no other lock uses: "kindred" in ASCII, cut to 63 bits. */
export const migrationLock = '7739269533206410340';

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

/**
 * Applies the pending migrations in order, each file in its own transaction, and returns their tags. Several processes may call it
 * concurrently: one does the work, and the others wait and find nothing left to do.
 */
export async function migrate(options: {
  connectionString: string;
  folder?: string;
  ssl?: pg.ClientConfig['ssl'];
  added?: AddedTables;
}): Promise<string[]> {
  const { folder = migrationsFolder, added = nothingAdded } = options;
  const migrations = [...readMigrations(folder), ...added.migrations];
  const client = new pg.Client({
    connectionString: options.connectionString,
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    application_name: 'kindred-migrate',
    statement_timeout: 0,
    lock_timeout: 0,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await client.query('set client_min_messages = warning');
    const pending = await findPending(client, migrations);
    for (const migration of pending) await apply(client, migration);
    if (options.folder === undefined) {
      await makeMonths(client);
      await migrateJobs(options);
    }
    return pending.map(({ tag }) => tag);
  } finally {
    // Ends the session, which releases the lock.
    await client.end();
  }
}

/** Makes the partitions of the next months. While a backup or another program holds its locks, a nightly job does it instead. */
async function makeMonths(client: pg.Client): Promise<void> {
  await client.query("set lock_timeout = '3s'");
  try {
    await client.query('select make_month_partitions()');
  } catch (error) {
    if (findDatabaseError(error)?.code !== lockNotAvailable) throw error;
  }
  await client.query('set lock_timeout = 0');
}

const lockNotAvailable = '55P03';

/** Migrates the tables of the job queue, in the schema `graphile_worker`. */
async function migrateJobs({
  connectionString,
  ssl,
}: {
  connectionString: string;
  ssl?: pg.ClientConfig['ssl'];
}): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 2, ...(ssl === undefined ? {} : { ssl }) });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}

export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: Array<{ tag: string; when: number }>;
  };
  return journal.entries.map(({ tag, when }) => {
    // A checkout on Windows may have changed the line endings.
    const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
    return {
      tag,
      statements: text.split('--> statement-breakpoint'),
      hash: createHash('sha256').update(text).digest('hex'),
      createdAt: when,
    };
  });
}

/** Uses the table of drizzle-orm's own migrator, which applied the first migrations. */
async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  await client.query('create schema if not exists drizzle');
  await client.query(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
  );
  const { rows } = await client.query<{ hash: string; created_at: string }>(
    'select hash, created_at from drizzle.__drizzle_migrations where created_at is not null',
  );
  const hashes = new Map(rows.map((row) => [Number(row.created_at), row.hash]));
  for (const { tag, createdAt, hash } of migrations) {
    if (hashes.has(createdAt) && hashes.get(createdAt) !== hash) {
      throw new DatabaseSetupError(
        `Migration ${tag} was changed after it was applied to this database: restore the file and write the change as a new migration.`,
      );
    }
  }
  return migrations.filter(({ createdAt }) => !hashes.has(createdAt));
}

/** Runs a migration in the transaction of `client`. */
export async function runMigration(
  client: pg.ClientBase,
  { statements, hash, createdAt }: Migration,
): Promise<void> {
  for (const statement of statements) await runComposed(client, statement);
  await client.query('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', [
    hash,
    createdAt,
  ]);
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await withTransaction(connectionOf(client), () => runMigration(client, migration), { attempts: 1 });
  } catch (error) {
    throw new DatabaseSetupError(
      `Migration ${migration.tag} failed and was rolled back: ${(error as Error).message}`,
      {
        cause: error,
      },
    );
  }
}
