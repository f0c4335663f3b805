/**
 * @file Measures lists, texts and suggestions of 100,000 products over HTTP at a steady rate, against the SQL of each request
 * from a plain client at the same rate. Server, database and load generator share the machine.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateDemoData } from '@kindred/demo/data';
import type pg from 'pg';
import { createApp } from '../apps/server/src/app.ts';
import { composeServices } from '../apps/server/src/compose.ts';
import { createConfig } from '../apps/server/src/config/config.ts';
import { importMeta } from '../apps/server/src/modules/running/import/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { encodeSearchCursor } from '../apps/server/src/ports/search-cursor.ts';
import { wordsOf } from '../apps/server/src/ports/search-text.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { queryOnce, withDatabases } from './databases.ts';
import { startNodeProcess } from './node-process.ts';
import { createHttpShoppers, type HttpShoppers, percentile, runOpenLoop } from './open-loop.ts';
import { createRandom } from './search-titles.ts';

const PRODUCTS = 100_000;
const PER_SECOND = 50;
const REQUESTS = 250;
const ROUNDS = 3;
const SECRET = 'the secret of the shops that benchmarks make';
const quiet = createLogger({ level: 'silent', destination: process.stderr });

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** The shoppers' requests, by name. */
type Scenarios = Readonly<Record<string, readonly string[]>>;

export const searchBenchmark = {
  summary: `lists, texts and suggestions of 100,000 products at ${PER_SECOND} requests/s over HTTP; their SQL by a plain client`,

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create }) => {
      // A database that already has the products saves the minutes of the import.
      const connectionString = process.env.KINDRED_BENCH_SHOP ?? (await create());
      if (process.env.KINDRED_BENCH_SHOP === undefined) await fill(connectionString, folder);
      const scenarios = await drawScenarios(connectionString);
      const recorded = await record(connectionString, folder, scenarios);

      const ours = new Map<string, number[][]>();
      const theirs = new Map<string, number[][]>();
      const names = Object.keys(scenarios);
      const node = await startNode(connectionString, folder);
      const bare = openDatabase({ connectionString, max: 10 });
      try {
        for (let round = -1; round < ROUNDS; round++)
          for (const name of names) {
            const paths = drawn(scenarios[name]!, round);
            const overHttp = await runOpenLoop(
              paths.map((path) => async () => void (await node.shoppers.get(path))),
              PER_SECOND,
            );
            const bySql = await runOpenLoop(
              paths.map((path) => () => replay(bare.pool, recorded.get(path)!)),
              PER_SECOND,
            );
            if (round < 0) continue;
            ours.set(name, [...(ours.get(name) ?? []), overHttp]);
            theirs.set(name, [...(theirs.get(name) ?? []), bySql]);
          }
      } finally {
        await bare.close();
        await node.stop();
      }
      return {
        name: 'search',
        setting: `${PRODUCTS} products, ${PER_SECOND} requests/s in an open loop, ${ROUNDS * REQUESTS} requests each, ratio to the first line`,
        rounds: ROUNDS,
        measurements: names.flatMap((name) => [
          measurementOf(name, ours.get(name)!, ours.get(names[0]!)!),
          measurementOf(`  its SQL, plain client`, theirs.get(name)!, ours.get(names[0]!)!),
        ]),
        notes: names.map((name) => describe(name, ours.get(name)!, theirs.get(name)!)),
        absent: [],
        disagreements: [],
      };
    });
  },
};

/** Imports the demo catalogue by the real import. */
export async function fill(connectionString: string, folder: string, products = PRODUCTS): Promise<void> {
  await migrate({ connectionString });
  await generateDemoData({ outDir: folder, products, users: 1_000, reviews: 10_000, seed: 7 });
  const { db, close } = openDatabase({ connectionString, statementTimeoutMs: 0 });
  try {
    await importMeta({
      files: [join(folder, 'meta.jsonl.gz')],
      pool: db.pool,
      rejectsDir: folder,
      logger: quiet,
      currency: 'USD',
      defaultStock: 50,
    });
    await db.pool.query('vacuum analyze');
  } finally {
    await close();
  }
}

async function drawScenarios(connectionString: string): Promise<Scenarios> {
  const random = createRandom(11);
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const some = <Value>(make: () => Value): Value[] => Array.from({ length: REQUESTS }, make);
  const column = async (name: string, rest: string): Promise<string[]> =>
    (await queryOnce<{ value: string }>(connectionString, `select ${name} as value ${rest}`)).map(
      ({ value }) => value,
    );
  const brands = await column(
    'brand',
    'from products where is_listed and brand is not null group by brand order by brand',
  );
  const colors = await column(
    'color',
    'from products where is_listed and color is not null group by color order by color',
  );
  const slugs = await column('slug', 'from categories order by slug');
  const titles = await column('title', 'from products where is_listed order by product_id limit 20000');

  const filters: (() => [string, string])[] = [
    () => ['category', one(slugs)],
    () => ['brand', one(brands)],
    () => ['color', one(colors)],
    () => ['price_max', String(1_000 * (1 + Math.floor(random() * 20)))],
    () => ['rating_min', one(['3', '3.5', '4'])],
    () => ['in_stock', 'true'],
  ];
  const list = (entries: readonly (readonly [string, string])[]): string =>
    `/api/v1/products?${new URLSearchParams(Object.fromEntries(entries))}`;
  const words = (): string[] => wordsOf(one(titles)).filter((word) => /^\p{L}{3,}$/u.test(word));
  const beginning = (): string => {
    const word = one(words()) ?? 'lamp';
    return word.slice(0, 1 + Math.floor(random() * word.length));
  };
  const pages = await drawCursors(connectionString);
  return {
    'three filters, all facets': some(() => {
      const chosen = new Set<() => [string, string]>();
      while (chosen.size < 3) chosen.add(one(filters));
      return list([...chosen].map((filter) => filter()));
    }),
    'the first page': [list([['sort', 'popularity']])],
    'page 50': [
      list([
        ['sort', 'popularity'],
        ['cursor', pages.middle],
      ]),
    ],
    'the last page': [
      list([
        ['sort', 'popularity'],
        ['cursor', pages.last],
      ]),
    ],
    'texts of two words': some(() => {
      const typed = words();
      return list([['q', `${one(typed)} ${one(typed)}`]]);
    }),
    'texts with a typing error': some(() => {
      const word = words().find(({ length }) => length > 5) ?? 'grinder';
      return list([['q', word.slice(0, 2) + word.slice(3)]]);
    }),
    suggestions: some(() => {
      const text = random() < 0.5 ? beginning() : `${one(words())} ${beginning()}`;
      return `/api/v1/search/suggest?${new URLSearchParams({ q: text })}`;
    }),
  };
}

/** Returns the cursors of page 50 and of the last page. */
async function drawCursors(connectionString: string): Promise<{ middle: string; last: string }> {
  const rows = await queryOnce<{ key: number; itemId: number }>(
    connectionString,
    `select rating_count as key, product_id as "itemId" from products where is_listed
     order by rating_count desc, product_id desc`,
  );
  const after = (seen: number): string =>
    encodeSearchCursor({ engine: 'postgres', sort: 'popularity', ...rows[seen - 1]!, seen });
  return { middle: after(49 * 24), last: after(rows.length - 24) };
}

/** Returns a round's requests, each equally often, in an order that differs from round to round. */
function drawn(paths: readonly string[], round: number): string[] {
  return Array.from({ length: REQUESTS }, (_, at) => paths[(at + 37 * (round + 1)) % paths.length]!);
}

/** Records the statements of each request with empty caches. */
async function record(
  connectionString: string,
  dataDir: string,
  scenarios: Scenarios,
): Promise<Map<string, Statement[]>> {
  const recording = new AsyncLocalStorage<Statement[]>();
  const database = openDatabase({ connectionString, max: 4 });
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...all: unknown[]) => unknown;
    client.query = ((config: string | Statement, values: unknown, ...rest: unknown[]) => {
      const statement = typeof config === 'string' ? { text: config, values: [] } : config;
      recording
        .getStore()
        ?.push({ text: statement.text, values: Array.isArray(values) ? values : (statement.values ?? []) });
      return query(config, values, ...rest);
    }) as typeof client.query;
  });
  const services = await composeServices({
    config: createConfig({ KINDRED_DATA_DIR: dataDir }),
    logger: quiet,
    db: database.db,
    connectionString,
    secret: SECRET,
    extensions: [],
    close: () => database.close(),
  });
  const app = await createApp(services);
  try {
    await services.searchIndex.refresh();
    await services.searchIndex.suggest({ text: 'a', limit: 1 });
    const logs = new Map<string, Statement[]>();
    for (const path of new Set(Object.values(scenarios).flat())) {
      const log: Statement[] = [];
      const response = await recording.run(log, async () => {
        return await app.inject({ url: path, remoteAddress: `10.0.${logs.size >> 8}.${logs.size & 255}` });
      });
      if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode} ${response.body}`);
      logs.set(path, log);
    }
    return logs;
  } finally {
    await app.close();
    await services.close();
    await database.close();
  }
}

async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  if (statements.length === 0) return;
  const client = await pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, values);
  } finally {
    client.release();
  }
}

async function startNode(
  connectionString: string,
  dataDir: string,
): Promise<{ shoppers: HttpShoppers; stop(): Promise<void> }> {
  const script = fileURLToPath(new URL('./checkout-node.ts', import.meta.url));
  const node = await startNodeProcess(script, [connectionString, SECRET, dataDir]);
  const shoppers = createHttpShoppers(node.origin);
  return {
    shoppers,
    stop() {
      shoppers.close();
      return node.stop();
    },
  };
}

/** Returns the median over the rounds, so that other work on the machine in one round matters little. */
const inRounds = (rounds: readonly (readonly number[])[], share: number): number =>
  percentile(
    rounds.map((times) => percentile(times, share)),
    0.5,
  );

function measurementOf(
  name: string,
  rounds: readonly (readonly number[])[],
  first: readonly (readonly number[])[],
): Measurement {
  const medianMs = inRounds(rounds, 0.5);
  return {
    name,
    medianMs,
    fastestMs: Math.min(...rounds.flat()),
    slowestMs: Math.max(...rounds.flat()),
    ratio: medianMs / inRounds(first, 0.5),
  };
}

function describe(name: string, ours: readonly number[][], theirs: readonly number[][]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => inRounds(ours, share).toFixed(1));
  const bare = inRounds(theirs, 0.95);
  const ratio = (inRounds(ours, 0.95) / bare).toFixed(2);
  return `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms; p95 ${ratio} x that of its SQL (${bare.toFixed(1)} ms)`;
}
