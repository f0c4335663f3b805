/**
 * @file Whether people find what they mean: of 500 titles the exact one, and the same with one slip of the finger, on demo products and
 * on real titles. Each engine that is there is asked the same. What was tuned was tuned on other titles, those of even numbers.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateDemoData } from '@kindred/demo-data';
import { createOpenSearchIndex } from '../apps/server/src/adapters/opensearch-search-index/opensearch-search-index.ts';
import { createPostgresSearchIndex } from '../apps/server/src/adapters/postgres-search-index/index.ts';
import { importMeta } from '../apps/server/src/modules/import/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { createNotifications } from '../apps/server/src/platform/postgres/notifications.ts';
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { withDatabases } from './databases.ts';
import { measureTitles, type TitledProduct, type TitleFigures } from './search-titles.ts';

const TITLES = 500;
const SEED = 2_026;
const DEMO_PRODUCTS = 20_000;
const quiet = createLogger({ level: 'silent', destination: process.stderr });
const realTitles =
  process.env.KINDRED_BENCH_TITLES ??
  join(import.meta.dirname, '../../shared/data/amazon-2023/Health_and_Personal_Care/meta.jsonl.gz');

interface Asked {
  readonly name: string;
  readonly figures: TitleFigures;
  readonly elapsedMs: number;
}

export const searchQualityBenchmark = {
  summary: `${TITLES} titles as they are and with one slip: the share that is found (TEST_SEARCH_URL: OpenSearch too)`,

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create }) => {
      await generateDemoData({
        outDir: folder,
        products: DEMO_PRODUCTS,
        users: 1_000,
        reviews: 10_000,
        seed: 7,
      });
      const catalogues = { 'demo products': join(folder, 'meta.jsonl.gz'), 'real titles': realTitles };
      const absent: string[] = [];
      const asked: Asked[] = [];
      if (process.env.TEST_SEARCH_URL === undefined)
        absent.push('OpenSearch did not take part: TEST_SEARCH_URL is not set.');
      for (const [name, file] of Object.entries(catalogues)) {
        if (existsSync(file)) asked.push(...(await askAll(name, await create(), file, folder)));
        else absent.push(`${name} did not take part: there is no ${file}.`);
      }
      return {
        name: 'search-quality',
        setting: `${TITLES} titles of each catalogue, seed ${SEED}, two searches a title, time a search`,
        rounds: 1,
        measurements: asked.map((one): Measurement => {
          const medianMs = one.elapsedMs / (2 * one.figures.titles);
          const first = asked[0]!.elapsedMs / (2 * asked[0]!.figures.titles);
          return {
            name: one.name,
            medianMs,
            fastestMs: medianMs,
            slowestMs: medianMs,
            ratio: medianMs / first,
          };
        }),
        notes: asked.map(({ name, figures }) => describe(name, figures)),
        absent,
        disagreements: asked.flatMap(({ name, figures }) =>
          figures.typoFound < 0.95 || figures.exactFirst < 0.99 ? [`${name}: less than was promised.`] : [],
        ),
      };
    });
  },
};

async function askAll(
  name: string,
  connectionString: string,
  file: string,
  folder: string,
): Promise<Asked[]> {
  await migrate({ connectionString });
  const database = openDatabase({ connectionString, statementTimeoutMs: 0 });
  const notifications = await createNotifications({ connectionString, logger: quiet });
  const { db, pool } = database;
  const indexes: SearchIndex[] = [];
  try {
    await importMeta({
      files: [file],
      pool,
      rejectsDir: folder,
      logger: quiet,
      currency: 'USD',
      defaultStock: 50,
    });
    await pool.query('vacuum analyze');
    const { rows } = await pool.query<TitledProduct>(
      `select product_id as "productId", title from products where is_listed order by product_id`,
    );
    indexes.push(createPostgresSearchIndex({ db, notifications, logger: quiet }));
    if (process.env.TEST_SEARCH_URL !== undefined)
      indexes.push(
        createOpenSearchIndex({
          url: process.env.TEST_SEARCH_URL,
          prefix: `bench-${process.pid}-${indexes.length}-${rows.length}`,
          db,
          notifications,
          logger: quiet,
        }),
      );
    const asked: Asked[] = [];
    for (const index of indexes) {
      await index.refresh();
      const startedAt = performance.now();
      const figures = await measureTitles(index, rows, {
        seed: SEED,
        count: TITLES,
        among: ({ productId }) => productId % 2 === 1,
      });
      asked.push({ name: `${index.engine}, ${name}`, figures, elapsedMs: performance.now() - startedAt });
    }
    return asked;
  } finally {
    for (const index of indexes) await index.close();
    await notifications.close();
    await database.close();
  }
}

function describe(name: string, { titles, exactFirst, typoFound, typoFirst }: TitleFigures): string {
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return `${name}: of ${titles} titles ${percent(exactFirst)} are first when typed whole; with one slip ${percent(typoFound)} are in the first 10, ${percent(typoFirst)} first`;
}
