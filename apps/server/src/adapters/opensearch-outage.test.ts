import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { readWholeIndex } from '../testing/search-index/opensearch-fixture.ts';
import { type Gate, openGate } from '../testing/servers/gate.ts';
import {
  createTestSearchPrefix,
  type TestSearchPrefix,
  testSearchUrl,
} from '../testing/servers/opensearch-server.ts';
import { createTestShop, type TestShop } from '../testing/test-shop.ts';

const size = { products: 600, users: 20, reviews: 100, seed: 5 };

let shop: TestShop | undefined;
let gate: Gate | undefined;
let indices: TestSearchPrefix | undefined;
afterEach(async () => {
  await shop?.close();
  await gate?.close();
  await indices?.removeIndices();
  shop = undefined;
  gate = undefined;
  indices = undefined;
});

interface Readiness {
  readonly status: string;
  readonly parts: { readonly search: { state: string; version?: string; detail?: string } };
}
const readiness = (of: TestShop) => of.get<Readiness>('/readyz');

test('a shop whose search server is down still sells, and reports it', async () => {
  shop = await createTestShop({ size, env: { SEARCH_URL: 'http://127.0.0.1:9' } });
  const list = await shop.get<{ total: number }>('/api/v1/products?limit=1');
  expect(list.total).toBe(size.products);
  await expect
    .poll(async () => (await readiness(shop!)).parts.search.detail, { timeout: 10_000 })
    .toMatch(/^OpenSearch has not been usable since .*: PostgreSQL answers\.$/);
  const { status, parts } = await readiness(shop);
  expect(status).toBe('degraded');
  expect(parts.search).toMatchObject({ state: 'degraded', version: expect.stringContaining('PostgreSQL') });
  const metrics = (await shop.app.inject('/metrics')).body;
  expect(metrics).toMatch(/^kindred_search_fallbacks_total [1-9]/m);
  expect(metrics).toContain('kindred_part_degraded{part="search"} 1');
});

describe.skipIf(testSearchUrl === undefined)(
  'with an OpenSearch server that cannot be reached for a while',
  () => {
    test('no search fails, and the index catches up with the changes that it missed', async () => {
      gate = await openGate(testSearchUrl!);
      indices = createTestSearchPrefix();
      const env = { SEARCH_URL: gate.url, SEARCH_INDEX_PREFIX: indices.prefix };
      shop = await createTestShop({ size, env });
      // Every product is one result.
      await shop.db.pool.query('update products set group_id = null');
      const { searchIndex } = shop.services;
      const answersWith = (engine: string) =>
        expect.poll(() => searchIndex.engine, { timeout: 60_000, interval: 20 }).toBe(engine);
      await answersWith('opensearch');

      let isOver = false;
      let slowestMs = 0;
      const asked = { opensearch: 0, postgres: 0 };
      const shoppers = Promise.all(
        Array.from({ length: 4 }, async (_, shopper) => {
          for (let turn = shopper; !isOver; turn++) {
            const before = performance.now();
            if (turn % 3 === 0) await searchIndex.suggest({ text: 'b', limit: 5 });
            else {
              const page = await searchIndex.search({
                ...(turn % 2 && { text: 'black' }),
                filters: {},
                sort: 'relevance',
                limit: 24,
                facets: { attributes: ['brand'] },
              });
              expect(page.productIds.length).toBeGreaterThan(0);
            }
            slowestMs = Math.max(slowestMs, performance.now() - before);
            asked[searchIndex.engine]++;
            await wait(20);
          }
        }),
      );

      const some = () => expect.poll(() => asked.opensearch, { timeout: 20_000 }).toBeGreaterThan(20);
      await some();

      const changes = [
        `update products set title = 'Title of the outage', price_minor = 4242, currency = 'USD' where product_id % 3 = 0`,
        `update products set is_listed = false where product_id % 7 = 0`,
        `insert into products (parent_asin, title) values ('OUTAGE', 'Born in the outage')`,
        `delete from products where product_id % 50 = 2 and not exists (
         select from reviews r where r.product_id = products.product_id)`,
      ];
      await gate.close();
      for (const change of changes) await shop.db.pool.query(change);
      await answersWith('postgres');
      await gate.open();
      await answersWith('opensearch');
      asked.opensearch = 0;
      await some();

      // Running but silent, like a machine that is out of memory.
      gate.pause();
      await answersWith('postgres');
      await shop.db.pool.query(
        `update products set title = 'Second outage' where product_id % 11 = 0 and is_listed and parent_asin <> 'OUTAGE'`,
      );
      gate.resume();
      await answersWith('opensearch');

      isOver = true;
      await shoppers;
      expect(asked.postgres).toBeGreaterThan(20);
      expect(slowestMs).toBeLessThan(5_000);

      const { rows } = await shop.db.pool.query<{ product_id: number; title: string }>(
        'select product_id, title from products where is_listed order by product_id',
      );
      expect(await readWholeIndex(searchIndex)).toEqual(rows.map((row) => row.product_id));
      for (const title of ['Title of the outage', 'Born in the outage', 'Second outage']) {
        const page = await searchIndex.search({
          text: `"${title}"`,
          filters: {},
          sort: 'relevance',
          limit: 500,
        });
        expect(page.productIds.toSorted()).toEqual(
          rows.flatMap((row) => (row.title === title ? row.product_id : [])).toSorted(),
        );
        expect(page.total).toBeGreaterThan(0);
      }
      expect(searchIndex.engine).toBe('opensearch');
      expect((await readiness(shop)).parts.search.detail).toBeUndefined();
    }, 180_000);
  },
);
