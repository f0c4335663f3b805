import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generateDemoData } from '@kindred/demo-data';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '../../platform/postgres/test-database.ts';
import { programArguments } from '../../testing/program-arguments.ts';
import { makeFolder, readTables } from './import-fixtures.ts';

const command = fileURLToPath(new URL('../../cli/kindred.ts', import.meta.url));
const kinds = ['meta', 'reviews'] as const;
const killsOfEach = 3;

let tests: TestDatabase[];
let databases: OpenDatabase[];

beforeAll(async () => {
  tests = [await createTestDatabase(), await createTestDatabase()];
  databases = tests.map(({ connectionString }) => openDatabase({ connectionString }));
});

afterAll(async () => {
  for (const database of databases) await database.close();
  for (const test of tests) await test.drop();
});

function startImport(connectionString: string, kind: (typeof kinds)[number], folder: string) {
  const child = spawn(
    process.execPath,
    programArguments(command, 'import', kind, join(folder, `${kind}.jsonl.gz`), '--rejects', folder),
    { env: { ...process.env, DATABASE_URL: connectionString, KINDRED_DATA_DIR: folder }, stdio: 'ignore' },
  );
  return { child, ended: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]> };
}

async function rowsDone(database: OpenDatabase, kind: string): Promise<number> {
  const { rows } = await database.pool.query<{ n: number }>(
    'select rows_done::int as n from import_checkpoints where kind = $1',
    [kind],
  );
  return rows[0]?.n ?? 0;
}

/** Waits until a batch more than before is in, or the import has ended. */
async function untilMoreThan(
  database: OpenDatabase,
  kind: string,
  before: number,
  isOver: () => boolean,
): Promise<void> {
  for (let asked = 0; asked < 3_000 && !isOver(); asked++) {
    if ((await rowsDone(database, kind)) > before) return;
    await wait(10);
  }
}

const derived = `
  select p.parent_asin, p.rating_bin, round(p.bayesian_rating::numeric, 9) as bayesian_rating, d.title_key, d.document::text
  from products p left join search_documents d using (product_id) order by p.parent_asin`;

it('a process killed in the middle, again and again, ends with the tables of one that was not', async () => {
  const folder = makeFolder();
  await generateDemoData({ outDir: folder, products: 8_000, users: 5_000, reviews: 45_000, seed: 11 });
  const [whole, killed] = databases as [OpenDatabase, OpenDatabase];
  let killedAlive = 0;
  for (const kind of kinds) {
    const { ended } = startImport(tests[0]!.connectionString, kind, folder);
    expect((await ended)[0]).toBe(0);

    for (let kill = 0; kill < killsOfEach; kill++) {
      const before = await rowsDone(killed, kind);
      const { child, ended } = startImport(tests[1]!.connectionString, kind, folder);
      let isOver = false;
      ended.then(() => (isOver = true));
      // The first one anywhere from the start on; the others somewhere after a batch more.
      if (kill > 0) await untilMoreThan(killed, kind, before, () => isOver);
      await wait(Math.random() * 600);
      child.kill('SIGKILL');
      if ((await ended)[1] === 'SIGKILL') killedAlive++;
    }
    expect((await startImport(tests[1]!.connectionString, kind, folder).ended)[0]).toBe(0);
  }
  // The last ones may come too late, when the machine is quick.
  expect(killedAlive).toBeGreaterThanOrEqual(kinds.length * 2);
  expect(await readTables(killed.pool)).toEqual(await readTables(whole.pool));
  expect((await killed.pool.query(derived)).rows).toEqual((await whole.pool.query(derived)).rows);
}, 180_000);
