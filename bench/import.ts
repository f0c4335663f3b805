/**
 * @file Measures `kindred import` of a demo catalogue against `psql \copy` of the resulting rows, into the same tables with the same
 * indexes, constraints and triggers. A row is a product, picture, user, stock line or review.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { generateDemoData } from '@kindred/demo/data';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import type { BenchmarkReport } from './contest.ts';
import { queryOnce, withDatabases } from './databases.ts';

const size = {
  products: Number(process.env.BENCH_PRODUCTS ?? 100_000),
  reviews: Number(process.env.BENCH_REVIEWS ?? 1_000_000),
};
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 1);
/** In the order of their foreign keys. Triggers make stock movements and search documents, for both. */
const tables = ['users', 'categories', 'products', 'product_images', 'inventory', 'reviews'];
const command = fileURLToPath(new URL('../apps/server/src/cli/kindred.ts', import.meta.url));

export const importBenchmark = {
  summary:
    'a catalogue through kindred import; psql \\copy of the same rows (BENCH_PRODUCTS, BENCH_REVIEWS, BENCH_ROUNDS)',

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create, drop }) => {
      const { variants } = await generateDemoData({
        outDir: folder,
        seed: 7,
        users: Math.ceil(size.reviews / 10),
        ...size,
      });
      const psql = await hasPsql();
      const ours: number[] = [];
      const theirs: number[] = [];
      const disagreements: string[] = [];
      const peaks: number[] = [];
      const parts: string[] = [];
      let rows = 0;
      for (let round = 0; round < ROUNDS; round++) {
        const imported = await create();
        await migrate({ connectionString: imported });
        const meta = await runImport(imported, folder, 'meta');
        const reviews = await runImport(imported, folder, 'reviews');
        ours.push(meta.ms + reviews.ms);
        peaks.push(meta.peakMb, reviews.peakMb);
        parts.push(
          `round ${round + 1}: meta ${rate(variants, meta.ms)} products/s, reviews ${rate(size.reviews, reviews.ms)} reviews/s`,
        );

        const columns = await columnsOf(imported);
        for (const table of tables) await exportTable(imported, folder, table, columns.get(table)!);
        const copied = await create();
        await migrate({ connectionString: copied });
        let ms = 0;
        for (const table of tables) {
          const took = await copyTable(copied, folder, table, columns.get(table)!, psql);
          parts.push(`  \\copy ${table}: ${(took / 1000).toFixed(1)} s`);
          ms += took;
        }
        theirs.push(ms);

        const counts = await countRows(imported);
        rows = counts.total;
        const others = await countRows(copied);
        if (counts.text !== others.text) disagreements.push(`imported ${counts.text}; copied ${others.text}`);
        await drop(imported);
        await drop(copied);
      }
      const [mine, peer] = [median(ours), median(theirs)];
      return {
        name: 'import',
        setting: `${size.products} products in ${variants} variants, and ${size.reviews} reviews: ${rows} rows`,
        rounds: ROUNDS,
        measurements: [
          measurement('kindred import meta, reviews', ours, mine),
          measurement(
            psql ? 'psql \\copy of the final rows' : 'COPY of the final rows (no psql here)',
            theirs,
            mine,
          ),
        ],
        notes: [
          `kindred ${rate(rows, mine)} rows/s, \\copy ${rate(rows, peer)} rows/s: ${((100 * peer) / mine).toFixed(0)} % of \\copy`,
          `peak memory of the importing process: ${Math.max(...peaks).toFixed(0)} MB`,
          ...parts,
        ],
        absent: [],
        disagreements,
      };
    });
  },
};

async function runImport(connectionString: string, folder: string, kind: 'meta' | 'reviews') {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [command, 'import', kind, join(folder, `${kind}.jsonl.gz`), '--json', '--rejects', folder],
    { env: { ...process.env, DATABASE_URL: connectionString, KINDRED_DATA_DIR: folder }, stdio: 'ignore' },
  );
  let peakMb = 0;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(child.pid!));
  }, 100);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`kindred import ${kind} ended with ${code}`);
  return { ms: performance.now() - started, peakMb };
}

/** Returns the peak memory of the process so far; 0 without /proc. */
function residentMb(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

async function columnsOf(connectionString: string): Promise<Map<string, string>> {
  const rows = await queryOnce<{ table: string; columns: string }>(
    connectionString,
    `select table_name as table, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by table_name`,
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

async function withClient(
  connectionString: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await work(client).finally(() => client.end());
}

const fileOf = (folder: string, table: string) => join(folder, `${table}.copy`);

function exportTable(
  connectionString: string,
  folder: string,
  table: string,
  columns: string,
): Promise<void> {
  const order = table === 'categories' ? 'order by category_id' : '';
  return withClient(connectionString, (client) =>
    pipeline(
      client.query(copyTo(`copy (select ${columns} from ${table} ${order}) to stdout`)),
      createWriteStream(fileOf(folder, table)),
    ),
  );
}

async function copyTable(
  connectionString: string,
  folder: string,
  table: string,
  columns: string,
  psql: boolean,
) {
  const started = performance.now();
  const file = fileOf(folder, table);
  if (psql) {
    const child = spawn(
      'psql',
      [connectionString, '-qXv', 'ON_ERROR_STOP=1', '-c', `\\copy ${table} (${columns}) from '${file}'`],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`psql \\copy of ${table} ended with ${code}`);
  } else {
    await withClient(connectionString, (client) =>
      pipeline(createReadStream(file), client.query(copyFrom(`copy ${table} (${columns}) from stdin`))),
    );
  }
  return performance.now() - started;
}

async function hasPsql(): Promise<boolean> {
  const child = spawn('psql', ['--version'], { stdio: 'ignore' });
  const code = await Promise.race([
    once(child, 'exit').then(([exit]) => exit),
    once(child, 'error').then(() => 1),
  ]);
  return code === 0;
}

async function countRows(connectionString: string): Promise<{ total: number; text: string }> {
  const sums = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
  const [row] = await queryOnce<Record<string, number>>(
    connectionString,
    `select ${sums.join(', ')}, (select count(*)::int from search_documents) as search_documents,
       (select sum(rating_count)::int from products) as ratings`,
  );
  const total = tables.reduce((sum, table) => sum + row![table]!, 0);
  return { total, text: JSON.stringify(row) };
}

const rate = (rows: number, ms: number): string => Math.round((rows * 1000) / ms).toLocaleString('en');

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1]!;
}

function measurement(name: string, values: readonly number[], first: number) {
  const medianMs = median(values);
  return {
    name,
    medianMs,
    fastestMs: Math.min(...values),
    slowestMs: Math.max(...values),
    ratio: medianMs / first,
  };
}
