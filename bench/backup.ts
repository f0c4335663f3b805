/**
 * @file Measures backup and restore against a bare client that copies the same tables into plain files and back, as `psql` with `\copy`
 * would: without compression, checksums or verification, into tables with indexes, without checking keys.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBackup, recordBackup, restoreBackup } from '../apps/server/src/modules/running/backup/index.ts';
import { seedDemo } from '../apps/server/src/modules/running/demo/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { type CopiedTable, copyTablesIn, copyTablesOut } from './bare-copy.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { queryOnce, withDatabases } from './databases.ts';

const SIZE = { products: 2_000, users: 10_000, reviews: 100_000, seed: 3 };
const ROUNDS = 5;

export const backupBenchmark = {
  summary: 'a backup of 100,000 reviews and its restore, against bare COPY of the same tables',

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create, drop }) => {
      const shop = await create();
      await migrate({ connectionString: shop });
      await seed(shop, folder);
      const tables = await listTables(shop, folder);
      const expected = await countAll(shop, tables);

      const times: Record<string, number[]> = {
        'bare COPY out': [],
        backup: [],
        'bare COPY in': [],
        restore: [],
      };
      const disagreements: string[] = [];
      let textBytes = 0;
      let fileBytes = 0;
      let rows = 0;
      for (let round = -1; round < ROUNDS; round++) {
        const note = (name: string, ms: number) => round >= 0 && times[name]!.push(ms);
        note('bare COPY out', await timed(() => copyTablesOut(shop, tables)));
        textBytes = tables.reduce((sum, { file }) => sum + statSync(file).size, 0);

        const file = join(folder, `round-${round}.tar`);
        const { db, close } = openDatabase({ connectionString: shop, max: 1 });
        note(
          'backup',
          await timed(async () => {
            const order = { connectionString: shop, dataDir: folder, file, createdAt: new Date() };
            ({ bytes: fileBytes, rows } = await recordBackup(db, { ...order, reason: 'command' }));
          }),
        );
        await close();

        for (const name of ['bare COPY in', 'restore']) {
          const target = await create();
          await migrate({ connectionString: target });
          const work =
            name === 'restore' ? () => restore(target, file, folder) : () => copyTablesIn(target, tables);
          note(name, await timed(work));
          if ((await countAll(target, tables)) !== expected)
            disagreements.push(`${name} restored different rows.`);
          await drop(target);
        }
        rmSync(file);
      }

      const measurements = Object.entries(times).map(([name, ms]) =>
        measure(name, ms, times['bare COPY out']!),
      );
      const median = Object.fromEntries(measurements.map(({ name, medianMs }) => [name, medianMs]));
      const rate = (name: string) =>
        `${name}: ${(textBytes / 1e3 / median[name]!).toFixed(0)} MB/s, ${Math.round((1_000 * rows) / median[name]!).toLocaleString('en')} rows/s`;
      return {
        name: 'backup',
        setting: `${rows.toLocaleString('en')} rows, ${(textBytes / 1e6).toFixed(1)} MB as text, ${(fileBytes / 1e6).toFixed(1)} MB as a backup`,
        rounds: ROUNDS,
        measurements,
        notes: [
          rate('backup'),
          rate('restore'),
          `backup takes ${(median.backup! / median['bare COPY out']!).toFixed(2)} × bare COPY out, restore ${(median.restore! / median['bare COPY in']!).toFixed(2)} × bare COPY in`,
        ],
        absent: [],
        disagreements,
      };
    });
  },
};

async function seed(connectionString: string, dataDir: string): Promise<void> {
  const logger = createLogger({ level: 'silent', destination: process.stderr });
  const { db, close } = openDatabase({ connectionString, statementTimeoutMs: 0 });
  await seedDemo({ db, dataDir, logger, size: SIZE });
  await close();
  await queryOnce(connectionString, 'vacuum analyze');
}

async function listTables(connectionString: string, folder: string): Promise<CopiedTable[]> {
  const found = await queryOnce<Omit<CopiedTable, 'file'>>(
    connectionString,
    `select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace in ('public'::regnamespace, 'partitions'::regnamespace) and c.relkind = 'r' and a.attnum > 0 and a.attgenerated = '' and not a.attisdropped
       and c.relname not in ('backups', 'search_changes')
     group by 1 order by 1`,
  );
  return found.map((table) => ({ ...table, file: join(folder, `${table.name}.copy`) }));
}

async function countAll(connectionString: string, tables: readonly CopiedTable[]): Promise<string> {
  const counts = tables.map(({ name }) => `(select count(*) from ${name})`);
  const [row] = await queryOnce<{ counts: string }>(
    connectionString,
    `select concat_ws(',', ${counts.join()}) as counts`,
  );
  return row!.counts;
}

async function restore(connectionString: string, file: string, dataDir: string): Promise<void> {
  const backup = await openBackup(file);
  await restoreBackup({ connectionString, dataDir, backup, onOverwrite: async () => undefined });
  await backup.close();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function measure(name: string, times: readonly number[], first: readonly number[]): Measurement {
  const middle = (all: readonly number[]) =>
    all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)]!;
  const medianMs = middle(times);
  return {
    name,
    medianMs,
    fastestMs: Math.min(...times),
    slowestMs: Math.max(...times),
    ratio: medianMs / middle(first),
  };
}
