/** @file The recommender, Redis and OpenSearch fail while a browser is in the shop, and come back. */
import type { ProductList } from '@kindred/contracts';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostStorefront } from '../apps/server/src/host-storefront.ts';
import startDatabaseServer from '../apps/server/src/testing/postgres/global-setup.ts';
import { freePort } from '../apps/server/src/testing/servers/free-port.ts';
import { type Gate, openGate } from '../apps/server/src/testing/servers/gate.ts';
import {
  createTestSearchPrefix,
  type TestSearchPrefix,
  testSearchUrl,
} from '../apps/server/src/testing/servers/opensearch-server.ts';
import {
  canRunRedis,
  createTestRedis,
  type TestRedis,
} from '../apps/server/src/testing/servers/redis-server.ts';
import { createTestShop, smallSize, type TestShop } from '../apps/server/src/testing/test-shop.ts';
import { openBrowser } from './browser.ts';
import { goToReview, payButton, waitForOrder } from './checkout-pages.ts';
import { visit } from './visit.ts';

let endDatabaseServer: () => Promise<void>;
let redis: TestRedis | undefined;
let search: { gate: Gate; indices: TestSearchPrefix } | undefined;
let shop: TestShop;
let url: string;
let browser: Browser;
let products: ProductList['items'];

beforeAll(async () => {
  endDatabaseServer = await startDatabaseServer();
  redis = canRunRedis ? await createTestRedis() : undefined;
  search =
    testSearchUrl === undefined
      ? undefined
      : { gate: await openGate(testSearchUrl), indices: createTestSearchPrefix() };
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  shop = await createTestShop({
    size: smallSize,
    env: {
      PORT: String(port),
      PUBLIC_URL: url,
      ...(redis && { REDIS_URL: redis.url }),
      ...(search && { SEARCH_URL: search.gate.url, SEARCH_INDEX_PREFIX: search.indices.prefix }),
    },
  });
  await hostStorefront(shop.app, { mode: 'production', publicUrl: url });
  await shop.app.listen({ host: '127.0.0.1', port });
  await shop.db.pool.query('update inventory set on_hand = 50, reserved = 0');
  ({ items: products } = await shop.get<ProductList>('/api/v1/products?in_stock=true&limit=2'));
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await search?.gate.close();
  await search?.indices.removeIndices();
  await redis?.kill();
  await endDatabaseServer?.();
});

const engineIs = (engine: string) =>
  expect.poll(() => shop.services.searchIndex.engine, { timeout: 120_000, interval: 50 }).toBe(engine);

const cartsAreInRedis = (isTrue: boolean) =>
  expect.poll(() => shop.services.cartStore.degradation() === undefined, { interval: 50 }).toBe(isTrue);

/** What the shop shows without the three: its lists. */
async function browse(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Browse all products' }).waitFor();
  const { title, product_id } = products[1]!;
  await page.goto(`/search?${new URLSearchParams({ q: title })}`);
  await page.getByRole('heading', { level: 1, name: `Results for “${title}”` }).waitFor();
  expect(await page.locator(`main article a[href^="/p/${product_id}/"]`).count()).toBeGreaterThan(0);
}

async function addToCart(page: Page, productId: number): Promise<void> {
  await page.goto(`/p/${productId}`);
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page
    .getByText(/added, \d+ in cart/)
    .first()
    .waitFor();
}

const shelves = (page: Page) => page.getByRole('region', { name: /For you|Trending|Popular/ });

test('pages render and sell while the recommender, Redis and OpenSearch are down, and use them again later', async () => {
  const { listedProducts } = shop.services.recommendations;
  const working = { ...listedProducts };
  if (search) await engineIs('opensearch');
  if (redis) await cartsAreInRedis(true);

  await visit(browser, { baseURL: url, viewport: { width: 1440, height: 900 } }, async (page) => {
    await browse(page);
    await page.goto('/');
    await shelves(page).first().waitFor();
    await addToCart(page, products[0]!.product_id);

    Object.assign(listedProducts, { read: () => Promise.reject(new Error('the recommender is away')) });
    await redis?.kill();
    await search?.gate.close();
    try {
      await browse(page);
      // The shop gives OpenSearch up after a few failures.
      await expect
        .poll(async () => {
          await page.reload();
          return shop.services.searchIndex.engine;
        })
        .toBe('postgres');
      await page.goto('/');
      expect(await shelves(page).count()).toBe(0);
      await addToCart(page, products[1]!.product_id);
      await page.goto('/cart');
      for (const { title } of products)
        await page.getByRole('row').filter({ hasText: title }).first().waitFor();
      if (redis) await cartsAreInRedis(false);
      await goToReview(page);
      await payButton(page).click();
      await waitForOrder(page);
    } finally {
      Object.assign(listedProducts, working);
      await search?.gate.open();
      await redis?.start();
    }

    if (search) await engineIs('opensearch');
    if (redis) await cartsAreInRedis(true);
    await page.goto('/');
    await shelves(page).first().waitFor();
  });
});
