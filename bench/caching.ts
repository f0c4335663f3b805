/**
 * @file Measures the look-ups of pages, at 100,000 products and 200,000 reviews: the category tree and the trending shelf, which the shop
 * caches in memory, and look-ups that it does not cache. The times explain why (docs/decisions/0019).
 */
import {
  findCategories,
  findEntries,
  findProduct,
} from '../apps/server/src/modules/catalogue/catalog/index.ts';
import { findReviews } from '../apps/server/src/modules/catalogue/reviews/index.ts';
import { findTrending } from '../apps/server/src/modules/finding/recommendations/index.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { remember } from '../apps/server/src/platform/remember.ts';
import { fillLargeShop } from '../apps/server/src/testing/large-shop.ts';
import { type BenchmarkReport, runContest } from './contest.ts';
import { withDatabases } from './databases.ts';

const ROUNDS = 5;
const PRODUCTS = 100_000;

export const cachingBenchmark = {
  summary: 'the look-ups of a page in a shop of 100,000 products, and what a cache saves',

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async ({ create }) => {
      const connectionString = await create();
      await migrate({ connectionString });
      const { db, pool, close } = openDatabase({ connectionString, max: 2 });
      try {
        await fillLargeShop(pool);
        let asked = 0;
        const nextId = () => 1 + ((asked++ * 7919) % PRODUCTS);
        const categories = remember(() => findCategories(db), { forMs: 15_000, graceMs: 300_000 });
        const look = (name: string, find: () => Promise<unknown>) => ({
          name,
          run: async () => void (await find()),
        });
        const measurements = await runContest(
          [
            look('a product and its path', () => findProduct(db, nextId())),
            look('24 products of a list', () => findEntries(db, Array.from({ length: 24 }, nextId))),
            look('the reviews of a product', () => findReviews(db, nextId(), {})),
            look('trending', () => findTrending(db, 300)),
            look('the tree of categories', () => findCategories(db)),
            look('the tree of categories, cached', categories),
          ],
          ROUNDS,
        );
        return {
          name: 'caching',
          setting: `${PRODUCTS} products, 200,000 reviews, one client, time per look-up, ratio to the first line`,
          rounds: ROUNDS,
          measurements,
          absent: [],
          disagreements: [],
        };
      } finally {
        await close();
      }
    });
  },
};
