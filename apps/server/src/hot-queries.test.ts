/** @file The most frequent queries of shoppers read their rows by an index with 25,000 products, and so with more. */
import { usualSignals } from '@kindred/contracts';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCatalogFollower } from './adapters/catalog-in-memory/catalog-follower.ts';
import { createPostgresSearchIndex } from './adapters/postgres-search-index/postgres-search-index.ts';
import {
  findCategories,
  findEntries,
  findOffers,
  findProduct,
  isListed,
} from './modules/catalogue/catalog/index.ts';
import { findSitemapProducts } from './modules/catalogue/crawlers/index.ts';
import { findReviews } from './modules/catalogue/reviews/index.ts';
import { findHistory } from './modules/finding/interactions/index.ts';
import { findTrending } from './modules/finding/recommendations/index.ts';
import { openDatabase } from './platform/postgres/database.ts';
import type { SearchIndex } from './ports/search-index.ts';
import { fillLargeShop } from './testing/large-shop.ts';
import { explain, type QueryPlan, recordStatements } from './testing/postgres/query-plans.ts';
import { createTestDatabase } from './testing/postgres/test-database.ts';

const logger = pino({ level: 'silent' });
const notifications = { subscribe: () => undefined };
const large = [
  'products',
  'reviews',
  'search_documents',
  'search_changes',
  'inventory',
  'product_images',
  'search_words',
  'search_boosts',
];

let database: ReturnType<typeof openDatabase>;
let sent: ReturnType<typeof recordStatements>;
let index: SearchIndex;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  database = openDatabase({ connectionString: made.connectionString });
  sent = recordStatements(database.pool);
  await fillLargeShop(database.pool, { products: 25_000 });
  index = createPostgresSearchIndex({ db: database.db, notifications, logger });
  await index.suggest({ text: 'w', limit: 5 });
}, 120_000);

afterAll(async () => {
  await index?.close();
  await database?.close();
  await drop?.();
});

/** The plans of the statements that read tables, in the order in which they were sent. */
async function plansOf(work: () => Promise<unknown>): Promise<QueryPlan[]> {
  sent.length = 0;
  await work();
  const statements = sent.filter(({ text }) => /\bfrom\b/i.test(text)).slice();
  return Promise.all(statements.map((statement) => explain(database.pool, statement)));
}

const ids = Array.from({ length: 24 }, (_, n) => 1 + n * 4_001);
const search = (text?: string) =>
  index.search({
    text,
    filters: {},
    sort: 'relevance',
    limit: 24,
    facets: { attributes: ['brand', 'color'] },
  });

test('a list without a text sends no query', async () => {
  await search();
  sent.length = 0;
  await search();
  expect(sent).toEqual([]);
});

test.for<[name: string, ask: () => Promise<unknown>, indexes: readonly string[]]>([
  [
    'products of a text',
    () => search('w1211'),
    ['search_documents_document_idx', 'search_documents_title_key_idx', 'search_boosts_key_product_id_pk'],
  ],
  ['a title as a whole', () => search('Product w17 x17 number 10017'), ['search_documents_title_key_idx']],
  ['a text that has to be corrected', () => search('w1211q'), ['search_documents_document_idx']],
  ['a text of which no product has all words', () => search('w1211 w12'), ['search_documents_document_idx']],
  [
    'suggestions',
    () => index.suggest({ text: 'w47', limit: 8 }),
    ['search_documents_document_idx', 'products_pkey'],
  ],
  [
    'suggestions after a word',
    () => index.suggest({ text: 'product w47', limit: 8 }),
    ['search_documents_document_idx'],
  ],
  [
    'the data of the cards of a list',
    () => findEntries(database.db, ids),
    ['products_pkey', 'inventory_pkey', 'product_images_product_id_position_pk'],
  ],
  [
    'a product’s page',
    () => findProduct(database.db, 77),
    ['products_pkey', 'inventory_pkey', 'product_images_product_id_position_pk'],
  ],
  ['whether a product is listed', () => isListed(database.db, 77), ['products_pkey']],
  [
    'products of a sitemap',
    () => findSitemapProducts(database.db, { from: 10_000, below: 60_000, limit: 2_000 }),
    ['products_pkey'],
  ],
  [
    'the history of a member',
    () =>
      findHistory(
        database.db,
        { userId: 'U77', visitorId: '7b0c1f64-0d5c-4d7e-9d0a-1f2f3a4b5c6d' },
        { signals: usualSignals },
      ),
    ['reviews_user_id_product_id_key', 'products_pkey'],
  ],
  [
    'the history of a visitor',
    () =>
      findHistory(
        database.db,
        { userId: undefined, visitorId: '7b0c1f64-0d5c-4d7e-9d0a-1f2f3a4b5c6d' },
        { signals: usualSignals },
      ),
    ['products_pkey'],
  ],
  ['products of a cart', () => findOffers(database.db, ids.slice(0, 5)), ['products_pkey', 'inventory_pkey']],
  [
    'reviews, the most helpful first',
    () => findReviews(database.db, 77, {}),
    ['reviews_product_helpful_idx'],
  ],
  [
    'reviews, the newest first',
    () => findReviews(database.db, 77, { sort: 'newest' }),
    ['reviews_product_newest_idx'],
  ],
  [
    'reviews with photos',
    () => findReviews(database.db, 77, { with_photos: true }),
    ['reviews_product_photos_idx'],
  ],
  [
    'reviews with a word',
    () => findReviews(database.db, 77, { q: 'handle' }),
    // Either index of a product's reviews serves.
    [],
  ],
  [
    'products that are reviewed and bought now',
    () => findTrending(database.db, 300),
    ['reviews_timestamp_idx'],
  ],
])('%s: read by an index', async ([, ask, indexes]) => {
  const plans = await plansOf(ask);
  expect(plans.length).toBeGreaterThan(0);
  for (const { text, scanned } of plans)
    expect(
      scanned.filter((table) => large.includes(table)),
      text,
    ).toEqual([]);
  expect(plans.flatMap((plan) => plan.indexes)).toEqual(expect.arrayContaining([...indexes]));
});

test('a list of products by a text costs two queries', async () => {
  sent.length = 0;
  const page = await search('w1212');
  await findEntries(database.db, page.productIds);
  expect(page.productIds).toHaveLength(20);
  expect(sent).toHaveLength(2);
});

test('a further page of a text only costs the query for its cards', async () => {
  const first = await index.search({ text: 'w1213', filters: {}, sort: 'relevance', limit: 5 });
  sent.length = 0;
  await index.search({ text: 'w1213', filters: {}, sort: 'relevance', limit: 5, cursor: first.nextCursor! });
  expect(sent).toHaveLength(0);
});

test('the follower of the catalogue reads the changes by an index', async () => {
  const follower = createCatalogFollower({ db: database.db, notifications, logger });
  await follower.catchUp();
  await database.pool.query('update products set price_minor = 1 where product_id = 5');
  const plans = await plansOf(() => follower.catchUp());
  await follower.close();
  const [changes, rows] = plans.filter(({ text }) => /search_changes|search_documents/.test(text));
  expect(changes).toMatchObject({ indexes: ['search_changes_transaction_id_idx'], scanned: [] });
  expect(rows).toMatchObject({ indexes: expect.arrayContaining(['products_pkey']), scanned: [] });
});

test('the tree of categories reads no row of a product that it does not show', async () => {
  const [plan] = await plansOf(() => findCategories(database.db));
  expect(plan!.scanned.filter((table) => large.includes(table))).toEqual([]);
  expect(plan!.indexes).toContain('products_category_popularity_idx');
});
