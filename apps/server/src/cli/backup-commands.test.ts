import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import { misspelt } from '../testing/document-spelling.ts';
import { createTestDatabase, type TestDatabase } from '../testing/postgres/test-database.ts';
import { programArguments } from '../testing/processes/program-arguments.ts';

const kindred = fileURLToPath(new URL('./kindred.ts', import.meta.url));

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), 'kindred-cli-'));
});
afterAll(async () => {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function run(...given: string[]) {
  const child = spawn(process.execPath, programArguments(kindred, ...given), {
    env: {
      ...process.env,
      DATABASE_URL: database.connectionString,
      KINDRED_DATA_DIR: dataDir,
      LOG_LEVEL: 'fatal',
    },
  });
  const [code, out, err] = await Promise.all([
    new Promise((resolve) => child.on('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, out, err };
}

async function users(change = ''): Promise<number> {
  const { db, close } = openDatabase({ ...database, max: 1 });
  if (change) await db.execute(sql.raw(change));
  const { rows } = await db.execute<{ count: number }>(sql`select count(*)::int as count from users`);
  await close();
  return rows[0]!.count;
}

test('backs up, asks before it overwrites data, and backs up the overwritten data', async () => {
  await users("insert into users (user_id) select 'u' || n from generate_series(1, 40) n");
  const made = await run('backup', '--verify', '--json');
  expect(made).toMatchObject({ code: 0 });
  const { file, verified, missing_models } = JSON.parse(made.out);
  expect({ verified, missing_models }).toEqual({ verified: true, missing_models: [] });
  expect(misspelt(JSON.parse(made.out))).toEqual([]);

  expect(await users("delete from users where user_id <> 'u1'")).toBe(1);
  const rehearsed = await run('restore', file, '--dry-run');
  expect(rehearsed.out).toMatch(/users +1 +40/);
  expect(rehearsed.out).toContain('Nothing has been changed.');
  expect(rehearsed.code).toBe(0);

  const refused = await run('restore', file);
  expect(refused.err).toMatch(/This installation is not empty.*users +1 +40.*Nothing has been changed\./s);
  expect(refused.code).toBe(1);
  expect(await users()).toBe(1);

  const restored = await run('restore', file, '--force', '--json');
  expect(restored.code).toBe(0);
  expect(misspelt(JSON.parse(restored.out))).toEqual([]);
  expect(JSON.parse(restored.out)).toMatchObject({ lost: { users: 1 }, restored: { users: 40 } });
  expect(await users()).toBe(40);

  const safety = JSON.parse(restored.out).safety_backup;
  expect(readdirSync(join(dataDir, 'backups'))).toContain(safety.split('/').at(-1));
  expect((await run('restore', safety, '--force')).code).toBe(0);
  expect(await users()).toBe(1);

  truncateSync(file, 1_000);
  const cut = await run('restore', file, '--force');
  expect(cut.err).toMatch(/cannot be used: its end is missing/);
  expect(cut.code).toBe(1);
  expect(await users()).toBe(1);
});
