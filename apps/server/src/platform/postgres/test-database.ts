/**
 * @file A database of its own for every test file, copied in some 30 ms from a migrated template. On DATABASE_URL's server when
 * it is set, else on a private one in the system's temporary folder, which concurrent runs share.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { acquireEmbeddedPostgres } from './embedded-postgres.ts';
import { migrate, migrationsFolder, readMigrations } from './migrate.ts';

export interface TestDatabase {
  connectionString: string;
  drop(): Promise<void>;
}

export interface TestServer {
  connectionString: string;
  template: string;
  release(): Promise<void>;
}

const prefix = 'kindred_test_';
/** Serialises the making of templates and the sweeping of what killed runs left. */
const advisoryLock = '7739269533206410341';

/** What the workers read; written by `startTestServer`. */
const serverVariable = 'KINDRED_TEST_SERVER';
const templateVariable = 'KINDRED_TEST_TEMPLATE';

/** Vitest's global set-up calls it once; the workers inherit the environment. */
export async function startTestServer(): Promise<TestServer> {
  const url = process.env.DATABASE_URL;
  const server = url
    ? { connectionString: url, release: async () => undefined }
    : await acquireEmbeddedPostgres({
        dataDir: ownTemporaryFolder(),
        // Nobody misses this data after a crash.
        settings: {
          max_connections: '200',
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
        },
      });
  const template = await ensureTemplate(server.connectionString);
  process.env[serverVariable] = server.connectionString;
  process.env[templateVariable] = template;
  return { ...server, template };
}

export async function createTestDatabase(): Promise<TestDatabase> {
  if (process.env[serverVariable] === undefined) {
    throw new Error(
      'No test server: run this through vitest with globalSetup platform/postgres/test-global-setup.ts, or call startTestServer().',
    );
  }
  const server = process.env[serverVariable];
  const name = `${prefix}${Math.floor(Date.now() / 1000)}_${randomBytes(5).toString('hex')}`;
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${process.env[templateVariable]}`),
  );
  return {
    connectionString: withDatabase(server, name),
    async drop() {
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function ensureTemplate(server: string): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of readMigrations(migrationsFolder)) hash.update(migration.hash);
  const template = `${prefix}template_${hash.digest('hex').slice(0, 12)}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock]);
    const { rows } = await client.query<{ datname: string; users: number }>(
      `select datname, (select count(*)::int from pg_stat_activity a where a.datname = d.datname) as users
       from pg_database d where datname like $1`,
      [`${prefix}%`],
    );
    for (const { datname, users } of rows) {
      if (users === 0 && isLeftOver(datname)) await client.query(`drop database if exists ${datname}`);
    }
    if (rows.some(({ datname }) => datname === template)) return;
    const unfinished = `${template}_unfinished`;
    await client.query(`drop database if exists ${unfinished} with (force)`);
    await client.query(`create database ${unfinished} template template0`);
    await migrate({ connectionString: withDatabase(server, unfinished) });
    await client.query(`alter database ${unfinished} rename to ${template}`);
    // Without connections nothing keeps it from being copied.
    await client.query(`alter database ${template} with allow_connections false`);
  });
  return template;
}

/** A test database carries the second it was made in; a run that was killed did not drop its own. */
function isLeftOver(name: string): boolean {
  const madeAt = Number(name.slice(prefix.length).split('_')[0]);
  return Number.isInteger(madeAt) && madeAt < Date.now() / 1000 - 3600;
}

function ownTemporaryFolder(): string {
  const user = process.getuid?.() ?? 'user';
  const folder = join(tmpdir(), `kindred-test-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const owner = statSync(folder).uid;
  if (process.getuid !== undefined && owner !== user) {
    throw new Error(`${folder} belongs to user ${owner}: remove it, or set TMPDIR to a folder of your own.`);
  }
  return folder;
}

async function onServer<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'kindred-test' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}
