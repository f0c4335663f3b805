/** @file Compares PostgreSQL and OpenSearch on the same searches, and measures how often a title finds its product, whole and with a typing error. */
import { createOpenSearchSearchIndex } from '../apps/server/src/adapters/opensearch-search-index/opensearch-search-index.ts';
import { createPostgresSearchIndex } from '../apps/server/src/adapters/postgres-search-index/postgres-search-index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { createNotifications } from '../apps/server/src/platform/postgres/notifications.ts';
import type { SearchIndex } from '../apps/server/src/ports/search-index.ts';
import { wordsOf } from '../apps/server/src/ports/search-text.ts';
import {
  createTestSearchPrefix,
  testSearchUrl,
} from '../apps/server/src/testing/servers/opensearch-server.ts';
import { type BenchmarkReport, type Measurement, runContest } from './contest.ts';
import { withDatabases } from './databases.ts';
import { fill } from './search.ts';
import { createRandom, measureTitles, type TitledProduct } from './search-titles.ts';

const PRODUCTS = 20_000;
const ROUNDS = 3;
const QUESTIONS = 100;
const TITLES = 500;
/** The least that a shop may expect of its search. */
const LEAST_EXACT = 0.99;
const LEAST_TYPO = 0.95;
const quiet = createLogger({ level: 'silent', destination: process.stderr });

export const searchEnginesBenchmark = {
  summary: `lists, texts and suggestions of ${PRODUCTS} products by PostgreSQL and by OpenSearch; titles whole and with a typing error`,

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ folder, create }) => {
      const connectionString = process.env.KINDRED_BENCH_SHOP ?? (await create());
      if (process.env.KINDRED_BENCH_SHOP === undefined) await fill(connectionString, folder, PRODUCTS);
      const { db, pool, close } = openDatabase({ connectionString, max: 10 });
      const notifications = await createNotifications({ connectionString, logger: quiet });
      const engines = [createPostgresSearchIndex({ db, notifications, logger: quiet })];
      const { prefix, removeIndices } = createTestSearchPrefix();
      if (testSearchUrl !== undefined)
        engines.push(
          createOpenSearchSearchIndex({ url: testSearchUrl, prefix, db, notifications, logger: quiet }),
        );
      try {
        const { rows: products } = await pool.query<TitledProduct>(
          'select product_id as "productId", title from products where is_listed order by product_id',
        );
        for (const engine of engines) await engine.refresh();
        const measurements: Measurement[] = [];
        for (const [kind, ask] of Object.entries(drawQuestions(products)))
          measurements.push(
            ...(await runContest(
              engines.map((engine) => ({
                name: `${kind}, ${engine.engine}`,
                run: () => askAll(engine, ask),
              })),
              ROUNDS,
            )),
          );
        const notes: string[] = [];
        const disagreements: string[] = [];
        for (const engine of engines) {
          const { titles, exactFirst, typoFound, typoFirst } = await measureTitles(engine, products, {
            seed: 1,
            count: TITLES,
          });
          notes.push(
            `${engine.engine}: of ${titles} titles ${percent(exactFirst)} first; with a typing error ${percent(typoFound)} in the first ten, ${percent(typoFirst)} first`,
          );
          if (exactFirst < LEAST_EXACT || typoFound < LEAST_TYPO)
            disagreements.push(`${engine.engine} finds too few titles`);
        }
        return {
          name: 'search-engines',
          setting: `${products.length} products, ${QUESTIONS} searches one after the other per turn, ratio to PostgreSQL`,
          rounds: ROUNDS,
          measurements,
          notes,
          absent: testSearchUrl === undefined ? ['OpenSearch: TEST_SEARCH_URL is not set'] : [],
          disagreements,
        };
      } finally {
        for (const engine of engines) await engine.close();
        await notifications.close();
        await close();
        if (testSearchUrl !== undefined) await removeIndices();
      }
    });
  },
};

type Question = (index: SearchIndex) => Promise<unknown>;

async function askAll(index: SearchIndex, questions: readonly Question[]): Promise<void> {
  for (const question of questions) await question(index);
}

/** Every search is drawn separately, so that an engine cannot answer it from its cache. */
function drawQuestions(products: readonly TitledProduct[]): Readonly<Record<string, readonly Question[]>> {
  const random = createRandom(5);
  const words = (): string[] =>
    wordsOf(products[Math.floor(random() * products.length)]!.title).filter((word) =>
      /^\p{L}{4,}$/u.test(word),
    );
  const many = (draw: () => Question): Question[] => Array.from({ length: QUESTIONS }, draw);
  const list = { sort: 'relevance', limit: 24, facets: { attributes: ['brand', 'color'] } } as const;
  return {
    'two filters, facets': many(() => {
      const filters = {
        priceMax: 1_000 + Math.floor(random() * 10_000),
        ratingMin: 3 + Math.floor(random() * 3) / 2,
      };
      return (index) => index.search({ ...list, filters });
    }),
    'a text of two words, facets': many(() => {
      const text = words().slice(0, 2).join(' ');
      return (index) => index.search({ ...list, text, filters: {} });
    }),
    'a beginning, suggestions': many(() => {
      const text = (words()[0] ?? 'lamp').slice(0, 3);
      return (index) => index.suggest({ text, limit: 8 });
    }),
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
