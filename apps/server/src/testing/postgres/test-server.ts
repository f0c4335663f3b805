/** @file The PostgreSQL of the tests: the one of DATABASE_URL, otherwise a private one that concurrent runs share. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { acquireEmbeddedPostgres } from '../../platform/postgres/embedded-postgres.ts';
import { migrationsFolder, readMigrations } from '../../platform/postgres/migrate.ts';

export interface TestServer {
  readonly connectionString: string;
  /** The template with all tables and no rows. */
  readonly migrated: string;
}

/** The prefix of the names of all test databases. */
export const testPrefix = 'kindred_test_';

/** The environment variable that the workers read. */
const variable = 'KINDRED_TEST_SERVER';

const roomForServer = 2 * 1024 ** 3;

/** Vitest's global set-up calls it once; the workers inherit the environment. */
export async function startTestServer(): Promise<TestServer & { release(): Promise<void> }> {
  const url = process.env.DATABASE_URL;
  const { connectionString, release } = url
    ? { connectionString: url, release: async () => undefined }
    : await acquireEmbeddedPostgres({
        dataDir: ownFolderIn(folderInMemory() ?? tmpdir()),
        // This data need not survive a crash.
        settings: {
          max_connections: '200',
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
        },
      });
  const hash = createHash('sha256');
  for (const migration of readMigrations(migrationsFolder))
    hash.update(`${migration.hash} ${migration.createdAt}`);
  const server: TestServer = {
    connectionString,
    migrated: `${testPrefix}migrated_${hash.digest('hex').slice(0, 12)}`,
  };
  process.env[variable] = JSON.stringify(server);
  return { ...server, release };
}

export function findTestServer(): TestServer {
  const text = process.env[variable];
  if (text === undefined)
    throw new Error(
      'No test server: run this through vitest with globalSetup testing/postgres/global-setup.ts, or call startTestServer().',
    );
  return JSON.parse(text) as TestServer;
}

export async function onServer<T>(
  connectionString: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, application_name: 'kindred-test' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

/** Creating and dropping databases creates thousands of files, which take a disk's file system longer than all queries. */
function folderInMemory(): string | undefined {
  const folder = '/dev/shm';
  if (process.env.TMPDIR !== undefined || !existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > roomForServer ? folder : undefined;
}

function ownFolderIn(temporary: string): string {
  const user = process.getuid?.() ?? 'user';
  const folder = join(temporary, `kindred-test-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const owner = statSync(folder).uid;
  if (process.getuid !== undefined && owner !== user) {
    throw new Error(`${folder} belongs to user ${owner}: remove it, or set TMPDIR to a folder of your own.`);
  }
  return folder;
}
