import { appendFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { forge, restoreFile } from '../../../testing/backup/backup-fixture.ts';
import { emptyDatabase, temporaryFolder } from '../../../testing/backup/restored-shop.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { BackupError } from './backup-error.ts';
import { openBackup } from './backup-reader.ts';
import { makeBackup } from './make-backup.ts';

let database: TestDatabase;
let bytes: Buffer;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The backup of an almost empty shop with a model. */
async function freshBackup(): Promise<string> {
  const dataDir = temporaryFolder();
  const file = join(dataDir, 'shop.tar');
  if (!bytes) {
    await makeBackup({ ...database, dataDir, file, createdAt: new Date('2026-11-24T03:17:00Z') });
    bytes = readFileSync(file);
  } else writeFileSync(file, bytes);
  return file;
}

async function whyNot(file: string): Promise<string> {
  const error = await openBackup(file).then(
    async (backup) => {
      await backup.close();
      return new Error('It was opened.');
    },
    (reason: Error) => reason,
  );
  expect(error).toBeInstanceOf(BackupError);
  return error.message;
}

test('opens a whole backup, which tar can read too', async () => {
  const file = await freshBackup();
  const backup = await openBackup(file);
  expect(backup.manifest.tables.map(({ name }) => name)).toContain('orders');
  expect(backup.has('tables/search_synonyms/00001.copy.zst')).toBe(true);
  await backup.close();
  const { execFileSync } = await import('node:child_process');
  const listing = execFileSync('tar', ['-tvf', file], { encoding: 'utf8' });
  expect(listing).toContain('kindred-backup.json');
  expect(listing.trim().split('\n').at(-1)).toContain('SHA256');
});

test('rejects a backup with one changed bit, wherever it is', async () => {
  const file = await freshBackup();
  const handle = await open(file, 'r+');
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
      await handle.write(Buffer.of(bytes[at]! ^ (1 << bit)), 0, 1, at);
      expect(await whyNot(file)).toContain('cannot be used');
      await handle.write(bytes, at, 1, at);
    }),
    { numRuns: 300 },
  );
  await handle.close();
  await (await openBackup(file)).close();
});

test('rejects a backup that was cut anywhere', async () => {
  const file = await freshBackup();
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      writeFileSync(file, bytes);
      truncateSync(file, length);
      expect(await whyNot(file)).toMatch(/cannot be used: it is empty|start like a backup|end is missing/);
    }),
    { numRuns: 100 },
  );
});

test('says what is wrong with a file that is not a backup', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'a file');
  expect(await whyNot(file)).toMatch(/cannot be read: it does not exist \(ENOENT\)/);
  mkdirSync(join(folder, 'folder'));
  expect(await whyNot(join(folder, 'folder'))).toMatch(/cannot be (read|used)/);
  writeFileSync(file, '');
  expect(await whyNot(file)).toContain('it is empty');
  writeFileSync(file, 'select 1;\n'.repeat(10_000));
  expect(await whyNot(file)).toContain('does not start like a backup of Kindred');
  const more = await freshBackup();
  appendFileSync(more, '\n');
  expect(await whyNot(more)).toContain('its end is missing or damaged');
});

test('a forged file cannot write outside the folder of models', async () => {
  const file = await freshBackup();
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  for (const name of [
    'models/../../evil',
    '../evil',
    '/tmp/evil',
    'models/a/../../../evil',
    'models/a/..',
    'models\\a\\b',
    'postgres/data/x',
  ]) {
    const forged = await forge(
      file,
      temporaryFolder(),
      (manifest) => ({ ...manifest, files: [{ name, bytes: 4, sha256: '0'.repeat(64) }] }),
      { [name]: 'evil' },
    );
    await expect(restoreFile(forged, to)).rejects.toThrow('it is not used');
  }
});

test('a forged file cannot name tables, columns or sequences that are not the shop’s', async () => {
  const file = await freshBackup();
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  const copied = {
    rows: 0,
    bytes: 0,
    pieces: 0,
    sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  };
  const table = { name: 'users" ; drop table users; --', columns: ['user_id'], copied };
  await expect(
    restoreFile(
      await forge(file, temporaryFolder(), (manifest) => ({
        ...manifest,
        tables: [...manifest.tables, table],
      })),
      to,
    ),
  ).rejects.toThrow('does not have the columns');
  await expect(
    restoreFile(
      await forge(file, temporaryFolder(), (manifest) => ({ ...manifest, tables: manifest.tables.slice(1) })),
      to,
    ),
  ).rejects.toThrow('The backup has no addresses');
  await expect(
    restoreFile(
      await forge(file, temporaryFolder(), (manifest) => ({
        ...manifest,
        sequences: [{ name: 'x', next: '1' }],
      })),
      to,
    ),
  ).rejects.toThrow('has no sequence x');
});

test('distinguishes backups of a newer Kindred, of another one and of another format', async () => {
  const file = await freshBackup();
  const to = { connectionString: await emptyDatabase(), dataDir: temporaryFolder() };
  const newer = { created_at: Date.parse('2040-01-01'), hash: 'f'.repeat(64) };
  await expect(
    restoreFile(
      await forge(file, temporaryFolder(), (manifest) => ({
        ...manifest,
        migrations: [...manifest.migrations, newer],
      })),
      to,
    ),
  ).rejects.toThrow('made by a newer Kindred: it has a migration of 2040-01-01');
  await expect(
    restoreFile(
      await forge(file, temporaryFolder(), (manifest) => ({
        ...manifest,
        migrations: manifest.migrations.map((migration) => ({ ...migration, hash: 'f'.repeat(64) })),
      })),
      to,
    ),
  ).rejects.toThrow('made by another Kindred');
  const wrong = await forge(file, temporaryFolder(), (manifest) => ({ ...manifest, format: 2 }) as never);
  expect(await whyNot(wrong)).toContain('its manifest is wrong at /format');
});
