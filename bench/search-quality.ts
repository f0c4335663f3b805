/**
 * @file Measures whether people find what they mean, with judged searches as people type them (`judged-searches/`), and with 500 titles,
 * exact and with one typing error. All available engines get the same searches. Tuning used other titles, those of
 * products with even numbers.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoDataSize, generateDemoData } from '@kindred/demo/data';
import type pg from 'pg';
import { createOpenSearchSearchIndex } from '../apps/server/src/adapters/opensearch-search-index/opensearch-search-index.ts';
import { createPostgresSearchIndex } from '../apps/server/src/adapters/postgres-search-index/postgres-search-index.ts';
import { demoSize } from '../apps/server/src/modules/running/demo-files/index.ts';
import { importMeta } from '../apps/server/src/modules/running/import/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { createNotifications } from '../apps/server/src/platform/postgres/notifications.ts';
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { withDatabases } from './databases.ts';
import { readCatalogue } from './judged-catalogue.ts';
import {
  type CatalogueName,
  halves,
  type JudgedFigures,
  type JudgedProduct,
  judgeSearches,
  readSearches,
} from './judged-searches.ts';
import { askKnownWords } from './known-words.ts';
import { measureTitles, type TitledProduct, type TitleFigures } from './search-titles.ts';

const TITLES = 500;
const PAIRS = 2_000;
/** For the half that was set aside. */
const LEAST_NDCG = 0.9;
const LEAST_RIGHT_KIND: Readonly<Record<CatalogueName, number>> = {
  demo: 0.95,
  health: 0.9,
  'gift-cards': 0.9,
};
const SEED = 2_026;
const MANY_PRODUCTS = 20_000;
const quiet = createLogger({ level: 'silent', destination: process.stderr });
const realData = join(import.meta.dirname, '../../shared/data');
const healthTitles =
  process.env.KINDRED_BENCH_TITLES ?? join(realData, 'amazon-2023/Health_and_Personal_Care/meta.jsonl.gz');

/** Shows results for the tuning half only, and skips the other half, which must not be used for tuning. */
const showsAnswers = Boolean(process.env.KINDRED_BENCH_ANSWERS);

interface Catalogue {
  readonly name: string;
  readonly file: string;
  readonly judged?: CatalogueName;
  readonly asksTitles?: boolean;
}

/** One index and one way of searching it. */
interface Asked {
  readonly name: string;
  readonly searches: number;
  readonly elapsedMs: number;
  readonly notes: readonly string[];
  readonly faults: readonly string[];
}

export const searchQualityBenchmark = {
  summary: `searches as people type them, judged, and ${TITLES} titles with and without a typing error (TEST_SEARCH_URL: OpenSearch too)`,

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create }) => {
      const catalogues: readonly Catalogue[] = [
        { name: 'the demo shop', file: await makeDemo(join(folder, 'demo'), demoSize), judged: 'demo' },
        {
          name: `${MANY_PRODUCTS} demo products`,
          file: await makeDemo(join(folder, 'many'), {
            products: MANY_PRODUCTS,
            users: 1_000,
            reviews: 10_000,
            seed: 7,
          }),
          asksTitles: true,
        },
        { name: 'health', file: healthTitles, judged: 'health', asksTitles: true },
        {
          name: 'gift cards',
          file: join(realData, 'amazon-2018/Gift_Cards/meta.jsonl.gz'),
          judged: 'gift-cards',
        },
      ];
      const absent: string[] = [];
      const asked: Asked[] = [];
      if (process.env.TEST_SEARCH_URL === undefined)
        absent.push('OpenSearch did not take part: TEST_SEARCH_URL is not set.');
      for (const catalogue of catalogues) {
        if (existsSync(catalogue.file)) asked.push(...(await askAll(catalogue, await create(), folder)));
        else absent.push(`${catalogue.name} did not take part: ${catalogue.file} does not exist.`);
      }
      const msOf = ({ elapsedMs, searches }: Asked): number => elapsedMs / searches;
      return {
        name: 'search-quality',
        setting: `judged searches, and ${TITLES} titles of each catalogue, seed ${SEED}; time per search`,
        rounds: 1,
        measurements: asked.map((one): Measurement => {
          const medianMs = msOf(one);
          return {
            name: one.name,
            medianMs,
            fastestMs: medianMs,
            slowestMs: medianMs,
            ratio: medianMs / msOf(asked[0]!),
          };
        }),
        notes: asked.flatMap(({ notes }) => notes),
        absent,
        disagreements: asked.flatMap(({ faults }) => faults),
      };
    });
  },
};

async function makeDemo(outDir: string, size: DemoDataSize): Promise<string> {
  const { metaFile } = await generateDemoData({ ...size, outDir });
  return metaFile;
}

interface Shop {
  readonly listed: readonly TitledProduct[];
  readonly judged: readonly JudgedProduct[];
}

async function askAll(catalogue: Catalogue, connectionString: string, folder: string): Promise<Asked[]> {
  await migrate({ connectionString });
  const { db, pool, close } = openDatabase({ connectionString, statementTimeoutMs: 0 });
  const notifications = await createNotifications({ connectionString, logger: quiet });
  const indexes: SearchIndex[] = [];
  try {
    await importMeta({
      files: [catalogue.file],
      pool,
      rejectsDir: folder,
      logger: quiet,
      currency: 'USD',
      defaultStock: 50,
    });
    await pool.query('vacuum analyze');
    const { rows } = await pool.query<TitledProduct & { parentAsin: string }>(
      `select product_id as "productId", parent_asin as "parentAsin", title from products where is_listed order by product_id`,
    );
    indexes.push(createPostgresSearchIndex({ db, notifications, logger: quiet }));
    if (process.env.TEST_SEARCH_URL !== undefined)
      indexes.push(
        createOpenSearchSearchIndex({
          url: process.env.TEST_SEARCH_URL,
          prefix: `bench-${process.pid}-${indexes.length}-${createHash('sha256').update(connectionString).digest('hex').slice(0, 8)}`,
          db,
          notifications,
          logger: quiet,
        }),
      );
    const ids = new Map(rows.map(({ parentAsin, productId }) => [parentAsin, productId]));
    const shop = { listed: rows, judged: catalogue.judged ? await readCatalogue(catalogue.file, ids) : [] };
    const asked: Asked[] = [];
    for (const index of indexes) {
      await index.refresh();
      asked.push(...(await askOne(index, catalogue, shop, pool)));
    }
    return asked;
  } finally {
    for (const index of indexes) await index.close();
    await notifications.close();
    await close();
  }
}

async function askOne(
  index: SearchIndex,
  { name, judged, asksTitles }: Catalogue,
  shop: Shop,
  pool: pg.Pool,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const half of judged ? (showsAnswers ? (['tuning'] as const) : halves) : []) {
    const startedAt = performance.now();
    const figures = await judgeSearches(index, shop.judged, readSearches(judged!, half));
    const title = `${index.engine}, ${name}, ${half}`;
    asked.push({
      name: title,
      searches: figures.searches,
      elapsedMs: performance.now() - startedAt,
      notes: describeJudged(title, figures),
      faults: half === 'aside' && isBelow(judged!, figures) ? [`${title}: less than was promised.`] : [],
    });
  }
  if (judged) {
    const startedAt = performance.now();
    const { pairs, corrected } = await askKnownWords(index, pool, { seed: SEED, count: PAIRS });
    asked.push({
      name: `${index.engine}, ${name}, pairs`,
      searches: pairs,
      elapsedMs: performance.now() - startedAt,
      notes: [
        `${index.engine}, ${name}: of ${pairs} pairs of its words, search replaced ${corrected.length}`,
      ],
      faults: corrected.map((text) => `${index.engine}, ${name}: search replaced “${text}”.`),
    });
  }
  if (asksTitles) {
    const startedAt = performance.now();
    const figures = await measureTitles(index, shop.listed, {
      seed: SEED,
      count: TITLES,
      among: ({ productId }) => productId % 2 === 1,
    });
    const title = `${index.engine}, ${name}, titles`;
    const isPoor = figures.typoFound < 0.95 || figures.exactFirst < 0.99;
    asked.push({
      name: title,
      searches: 2 * figures.titles,
      elapsedMs: performance.now() - startedAt,
      notes: [describeTitles(title, figures)],
      faults: isPoor ? [`${title}: less than was promised.`] : [],
    });
  }
  return asked;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const isBelow = (catalogue: CatalogueName, { ndcg, rightKind }: JudgedFigures): boolean =>
  rightKind < LEAST_RIGHT_KIND[catalogue] || (catalogue === 'demo' && ndcg < LEAST_NDCG);

function describeJudged(title: string, figures: JudgedFigures): string[] {
  const describe = (
    name: string,
    { searches, ndcg, rightKind }: Omit<JudgedFigures, 'classes' | 'answers'>,
  ) =>
    `${name}: NDCG@10 ${ndcg.toFixed(3)}, first three of the right kind ${percent(rightKind)} (${searches} searches)`;
  return [
    describe(title, figures),
    ...Object.entries(figures.classes).map(([name, ofClass]) => `  ${describe(name, ofClass)}`),
    ...(showsAnswers ? figures.answers : []),
  ];
}

function describeTitles(title: string, { titles, exactFirst, typoFound, typoFirst }: TitleFigures): string {
  return `${title}: of ${titles} ${percent(exactFirst)} are first when typed whole; with one typing error ${percent(typoFound)} are in the first 10, ${percent(typoFirst)} first`;
}
