/** @file Imports hostile rows and opens every page and route that shows them. None fails, and every answer matches its schema. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Cart,
  CategoryList,
  Product,
  ProductList,
  Recommendations,
  ReviewList,
  SuggestionList,
} from '@kindred/contracts';
import { readCurrency } from '@kindred/shop-types';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { hostStorefront } from '../../host-storefront.ts';
import { type ImportSummary, importMeta, importReviews } from '../../modules/running/import/index.ts';
import { openDatabase } from '../../platform/postgres/database.ts';
import { pathOfProduct } from '../product-path.ts';
import { createTestShop, smallSize, type TestShop } from '../test-shop.ts';
import { hostileProducts, hostileReviews } from './hostile-rows.ts';

export interface HostileShop {
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: string[];
}

const sorts = ['popularity', 'rating', 'newest', 'price-asc', 'price-desc'] as const;

export async function openHostileShop({
  products,
  reviews,
  /** One product in this many has its pages opened, and is searched for. */
  every,
  categories: mostCategories,
  random,
  signal,
  report,
}: {
  products: number;
  reviews: number;
  every: number;
  categories: number;
  random: () => number;
  signal: AbortSignal;
  report: (line: string) => void;
}): Promise<HostileShop> {
  const shop = await createTestShop({ size: smallSize });
  try {
    const imported = await importHostileRows(shop, { products, reviews, random });
    report(`imported ${imported.meta.inserted} products and ${imported.reviews.inserted} reviews`);
    const { app, services } = await shop.addNode();
    await hostStorefront(app, { mode: 'production', publicUrl: services.runtime.config.publicUrl });
    await app.ready();
    await services.searchIndex.refresh();
    const visit = createVisit(app);

    const categories = await visit.api('/categories', CategoryList);
    const ids = await listAll(visit, signal);
    report(`${ids.length} products are listed`);
    for (const [index, id] of ids.entries()) {
      signal.throwIfAborted();
      const product = await visit.api(`/products/${id}`, Product);
      const sort = index % 2 === 0 ? 'helpful' : 'newest';
      await visit.api(`/products/${id}/reviews?limit=50&sort=${sort}`, ReviewList);
      if (product === null || index % every !== 0) continue;
      await openWhatShows(visit, product);
      if (index % 1_000 === 0) report(`${index} products opened`);
    }
    const slugs = (categories?.items ?? []).map(({ slug }) => slug);
    const step = Math.ceil(slugs.length / mostCategories);
    for (const slug of slugs.filter((_, index) => index % step === 0)) {
      signal.throwIfAborted();
      await visit.api(`/products?${new URLSearchParams({ category: slug })}`, ProductList);
      if (random() * every < 1) await visit.page(`/c/${slug}`);
    }
    for (const page of ['/', '/search']) await visit.page(page);
    return {
      counts: {
        products_imported: imported.meta.inserted,
        products_rejected: imported.meta.rejected,
        reviews_imported: imported.reviews.inserted + imported.reviews.updated,
        reviews_rejected: imported.reviews.rejected,
        fields_left_out_or_altered: [...imported.meta.fields, ...imported.reviews.fields].reduce(
          (sum, { count }) => sum + count,
          0,
        ),
        listed: ids.length,
        categories: slugs.length,
        ...visit.counts,
      },
      violations: [...imported.violations, ...visit.violations],
    };
  } finally {
    await shop.close();
  }
}

async function importHostileRows(
  shop: TestShop,
  { products, reviews, random }: { products: number; reviews: number; random: () => number },
): Promise<{ meta: ImportSummary; reviews: ImportSummary; violations: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-hostile-'));
  const { pool, close } = openDatabase({ connectionString: shop.connectionString });
  try {
    const rows = hostileProducts(products, random);
    const write = (name: string, all: readonly object[]) => {
      for (const row of all) appendFileSync(join(folder, name), `${JSON.stringify(row)}\n`);
      return [join(folder, name)];
    };
    const options = { pool, rejectsDir: folder };
    const meta = await importMeta({ ...options, files: write('meta.jsonl', rows) });
    const opinions = hostileReviews(reviews, rows, { random, now: Date.now() });
    const written = await importReviews({ ...options, files: write('reviews.jsonl', opinions) });
    const violations = [meta, written].flatMap(({ rejected, rejectsFiles }) =>
      rejected > 0 ? [`${rejected} rows were rejected: ${rejectsFiles.join(', ')}`] : [],
    );
    return { meta, reviews: written, violations };
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
}

type Visit = ReturnType<typeof createVisit>;

function createVisit(app: TestShop['app']) {
  const violations: string[] = [];
  const counts = { answers: 0, pages: 0 };
  const checks = new Map<TSchema, ReturnType<typeof Compile>>();
  // From many addresses, because each has a limit of requests.
  let asked = 0;
  const remoteAddress = () => `10.0.${Math.floor(++asked / 100) % 250}.1`;
  return {
    violations,
    counts,
    /** Null: not a JSON answer. */
    async api<Schema extends TSchema>(path: string, schema: Schema, body?: object) {
      const response = await app.inject({
        url: `/api/v1${path}`,
        remoteAddress: remoteAddress(),
        method: body === undefined ? 'GET' : 'POST',
        ...(body && { payload: body }),
      });
      counts.answers++;
      if (response.statusCode >= 300) {
        violations.push(`${path}: ${response.statusCode} ${response.body.slice(0, 300)}`);
        return null;
      }
      const answer: unknown = response.json();
      const check = checks.get(schema) ?? Compile(schema);
      checks.set(schema, check);
      if (!check.Check(answer)) violations.push(`${path}: ${JSON.stringify(check.Errors(answer)[0])}`);
      for (const currency of currenciesIn(answer))
        if (!('value' in readCurrency(currency))) violations.push(`${path}: the currency ${currency}`);
      return answer as import('typebox').Static<Schema>;
    },
    async page(url: string): Promise<void> {
      const { statusCode, headers } = await app.inject({
        url,
        headers: { 'user-agent': 'Googlebot' },
        remoteAddress: remoteAddress(),
      });
      counts.pages++;
      const isPage = statusCode === 200 && String(headers['content-type']).startsWith('text/html');
      if (!isPage) violations.push(`${url}: ${statusCode} ${headers['content-type']}`);
    },
  };
}

function currenciesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) =>
    key === 'currency' && typeof value === 'string' ? [value] : currenciesIn(value),
  );
}

/** Reads every list to its end. Returns the ids of all products. */
async function listAll(visit: Visit, signal: AbortSignal): Promise<number[]> {
  const ids = new Set<number>();
  for (const sort of sorts) {
    const seen = new Set<number>();
    let cursor: string | null = '';
    while (cursor !== null) {
      signal.throwIfAborted();
      const query = new URLSearchParams({ sort, limit: '100', ...(cursor !== '' && { cursor }) });
      const list: ProductList | null = await visit.api(`/products?${query}`, ProductList);
      for (const { product_id } of list?.items ?? []) seen.add(product_id);
      cursor = list?.next_cursor ?? null;
      if (cursor === null && list !== null && seen.size !== list.total)
        visit.violations.push(`/products?sort=${sort} lists ${seen.size} of ${list.total} products`);
      if (query.has('cursor')) continue;
      for (const { value } of list?.facets.brand ?? [])
        await visit.api(`/products?${new URLSearchParams({ brand: value })}`, ProductList);
      for (const { value } of list?.facets.color ?? [])
        await visit.api(`/products?${new URLSearchParams({ color: value })}`, ProductList);
    }
    for (const id of seen) ids.add(id);
  }
  return [...ids];
}

async function openWhatShows(visit: Visit, product: Product): Promise<void> {
  const { product_id: id, title, brand, color, price } = product;
  await visit.api(`/products/${id}/similar`, Recommendations);
  await visit.api(`/recommendations?context=product&product_id=${id}`, Recommendations);
  for (const text of [title.slice(0, 190).toWellFormed(), title.split(' ')[0]!.slice(0, 20).toWellFormed()]) {
    await visit.api(`/products?${new URLSearchParams({ q: text })}`, ProductList);
    await visit.api(
      `/search/suggest?${new URLSearchParams({ q: text.slice(0, 60).toWellFormed() })}`,
      SuggestionList,
    );
  }
  await visit.page(`/search?${new URLSearchParams({ q: title.slice(0, 190).toWellFormed() })}`);
  if (brand !== null) await visit.api(`/products?${new URLSearchParams({ brand })}`, ProductList);
  if (color !== null) await visit.api(`/products?${new URLSearchParams({ color })}`, ProductList);
  if (price !== null && product.available > 0)
    await visit.api('/cart/items', Cart, { product_id: id, quantity: 1 });
  await visit.page(pathOfProduct(product));
  await visit.page(`${pathOfProduct(product)}?stars=1&sort=newest`);
  if (brand !== null) await visit.page(`/b/${encodeURIComponent(brand)}`);
  const leaf = product.categories.at(-1);
  if (leaf !== undefined) await visit.page(`/c/${leaf.slug}`);
}
