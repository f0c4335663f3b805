import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { restoreFile } from '../../../testing/backup/backup-fixture.ts';
import {
  digestsOf,
  emptyDatabase,
  openNode,
  temporaryFolder,
} from '../../../testing/backup/restored-shop.ts';
import { programArguments } from '../../../testing/processes/program-arguments.ts';
import { createTestShop, type TestShop, usualSize } from '../../../testing/test-shop.ts';
import { BackupError } from './backup-error.ts';
import { openBackup } from './backup-reader.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const script = fileURLToPath(new URL('../../../testing/backup/backup-child.ts', import.meta.url));
const version = 'lightgcn-20261101T120000Z-1a2b3c4d';

let shop: TestShop;
let file: string;

beforeAll(async () => {
  shop = await createTestShop({ size: usualSize });
  await shop.db.execute(
    sql`insert into models (model_version, kind, manifest, graph_hash) values (${version}, 'lightgcn', '{}', repeat('0', 64))`,
  );
  mkdirSync(join(shop.dataDir, 'models', version), { recursive: true });
  writeFileSync(join(shop.dataDir, 'models', version, 'model.safetensors'), 'new weights');
  file = join(shop.dataDir, 'shop.tar');
  await makeBackup({ ...shop, file, createdAt: new Date() });
});
afterAll(() => shop.close());
// A failed backup has destroyed its connection, but its lock stays until PostgreSQL notices.
beforeEach(() => expect.poll(backupsUnderWay).toBe(0));

async function backupsUnderWay(): Promise<number> {
  const { rows } = await shop.db.pool.query<{ count: number }>(
    "select count(*)::int from pg_stat_activity where datname = current_database() and application_name = 'kindred-backup'",
  );
  return rows[0]!.count;
}

/** An installation with other data. */
async function otherInstallation() {
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  const { pool, close } = openDatabase({ ...to, max: 1 });
  await pool.query("insert into users (user_id) select 'u' || n from generate_series(1, 50) n");
  await pool.query(
    "insert into products (parent_asin, title) select 'p' || n, 'p' from generate_series(1, 50) n",
  );
  await close();
  mkdirSync(join(to.dataDir, 'models', version), { recursive: true });
  writeFileSync(join(to.dataDir, 'models', version, 'model.safetensors'), 'old weights');
  return to;
}

const weightsIn = (dataDir: string) =>
  readFileSync(join(dataDir, 'models', version, 'model.safetensors'), 'utf8');

test('reports the existing data before it replaces them, and keeps them if the user does not agree', async () => {
  const to = await otherInstallation();
  const before = await digestsOf(to.connectionString);
  const backup = await openBackup(file);
  await expect(
    restoreBackup({
      ...to,
      backup,
      async onOverwrite(lost) {
        expect(lost).toMatchObject({ users: 50, products: 50 });
        throw new BackupError('Rather not.');
      },
    }),
  ).rejects.toThrow('Rather not.');
  await backup.close();
  expect(await digestsOf(to.connectionString)).toEqual(before);
  expect(weightsIn(to.dataDir)).toBe('old weights');
});

test('treats a new installation as empty', async () => {
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  const backup = await openBackup(file);
  await restoreBackup({
    ...to,
    backup,
    onOverwrite: async (lost) => expect.unreachable(`it holds ${Object.keys(lost)}`),
  });
  await backup.close();
});

test('does not restore into a running shop', async () => {
  const to = await otherInstallation();
  const node = await openNode(to.connectionString, to.dataDir);
  try {
    await expect(restoreFile(file, to)).rejects.toThrow(
      /^Kindred is running on this database \(kindred.*: \d+ conn/,
    );
  } finally {
    await node.close();
  }
});

test('reports another program’s transaction that locks a table, and loses nothing', async () => {
  const to = await otherInstallation();
  const before = await digestsOf(to.connectionString);
  const client = new pg.Client({ connectionString: to.connectionString, application_name: 'psql' });
  await client.connect();
  await client.query('begin; select from users limit 1');
  try {
    await expect(restoreFile(file, to)).rejects.toThrow('Another program is using the tables');
  } finally {
    await client.end();
  }
  expect(await digestsOf(to.connectionString)).toEqual(before);
  expect(weightsIn(to.dataDir)).toBe('old weights');
});

async function runChild(...given: string[]): Promise<void> {
  const child = spawn(process.execPath, programArguments(script, ...given), {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

test('a killed restore leaves the old shop whole, and the next restore works', async () => {
  const to = await otherInstallation();
  const before = await digestsOf(to.connectionString);
  await runChild('restore', to.connectionString, to.dataDir, file);
  await expect.poll(() => connectionsTo(to.connectionString)).toBe(0);
  expect(await digestsOf(to.connectionString)).toEqual(before);
  await restoreFile(file, to);
  expect((await digestsOf(to.connectionString)).users).toEqual(
    (await digestsOf(shop.connectionString)).users,
  );
  expect(weightsIn(to.dataDir)).toBe('new weights');
  expect(readdirSync(join(to.dataDir, 'models'))).toEqual([version]);
});

async function connectionsTo(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await client.end();
  return rows[0]!.count;
}

test('a killed backup leaves nothing that looks like a backup', async () => {
  const folder = temporaryFolder();
  const unfinished = join(folder, 'kindred-20261124T031700Z.tar');
  await runChild('backup', shop.connectionString, shop.dataDir, unfinished);
  expect(readdirSync(folder)).toEqual(['kindred-20261124T031700Z.tar.partial']);
  await expect(openBackup(`${unfinished}.partial`)).rejects.toThrow('cannot be used');
});

test('a full disk gives an error that names the file, and leaves nothing', async () => {
  const folder = temporaryFolder();
  await expect(
    makeBackup({
      ...shop,
      file: join(folder, 'full.tar'),
      createdAt: new Date(),
      openFile: () => open('/dev/full', 'w'),
    }),
  ).rejects.toThrow(/full\.tar\.partial cannot be written: the disk is full \(ENOSPC\)/);
  expect(readdirSync(folder)).toEqual([]);
});

test('an interrupted backup leaves nothing', async () => {
  const folder = temporaryFolder();
  const controller = new AbortController();
  await expect(
    makeBackup({
      ...shop,
      file: join(folder, 'half.tar'),
      createdAt: new Date(),
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('Interrupted.')),
    }),
  ).rejects.toThrow('Interrupted.');
  expect(readdirSync(folder)).toEqual([]);
});

test('makes one backup at a time, and never overwrites a file', async () => {
  const folder = temporaryFolder();
  const order = { ...shop, createdAt: new Date() };
  await makeBackup({
    ...order,
    file: join(folder, 'first.tar'),
    onSnapshot: () =>
      expect(makeBackup({ ...order, file: join(folder, 'second.tar') })).rejects.toThrow(
        'Another backup of this shop',
      ),
  });
  await expect(makeBackup({ ...order, file: join(folder, 'first.tar') })).rejects.toThrow('already exists');
  expect(readdirSync(folder)).toEqual(['first.tar']);
});

test('only its owner can read a backup', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
