import type { ProductList, SearchCount, Suggestion, SuggestionList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
  await shop.services.searchIndex.refresh();
});
afterAll(() => shop.close());

const suggest = (q: string, limit = 8) =>
  shop.get<SuggestionList>(`/api/v1/search/suggest?${new URLSearchParams({ q, limit: String(limit) })}`);

/** The beginning of a brand, long enough that no other word starts with it. */
async function beginning(column: 'brand' | 'title'): Promise<{ whole: string; typed: string }> {
  const { rows } = await shop.db.execute<{ whole: string }>(sql`
    select ${sql.raw(column)} as whole from products where is_listed and length(${sql.raw(column)}) > 8
    order by rating_count desc, product_id limit 1`);
  return { whole: rows[0].whole, typed: rows[0].whole.slice(0, 7).toLowerCase() };
}

test('suggests a product with its card', async () => {
  const { whole, typed } = await beginning('title');
  const { items } = await suggest(typed);
  const product = items.find((item): item is Suggestion & { kind: 'product' } => item.kind === 'product')!;
  expect(product.text).toBe(product.product.title);
  expect(product.product.image_url).toMatch(/^\//);
  expect(product.product.price).toMatchObject({ currency: 'USD' });
  expect(items.map(({ text }) => text)).toContain(whole);
});

test('says where each suggestion contains the typed text', async () => {
  const { typed } = await beginning('brand');
  const { items } = await suggest(typed);
  expect(items.length).toBeGreaterThan(1);
  const marks = items.map(({ text, matches }) =>
    matches.map(({ start, end }) => text.slice(start, end).toLowerCase()),
  );
  expect(marks.flat().length).toBeGreaterThan(0);
  for (const mark of marks.flat()) expect(typed.split(' ')).toContain(mark);
});

test('suggests a category with its slug', async () => {
  const { rows } = await shop.db.execute<{ name: string; slug: string }>(sql`
    select name, slug from categories where parent_id is null order by slug`);
  const { name, slug } = rows[0];
  expect((await suggest(name, 10)).items).toContainEqual(
    expect.objectContaining({ kind: 'category', slug, text: name }),
  );
});

test('returns at most the requested number, each suggestion once', async () => {
  const { items } = await suggest('c', 5);
  expect(items.length).toBeLessThanOrEqual(5);
  expect(new Set(items.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(items.length);
});

test('returns an empty list for blanks and signs', async () => {
  for (const q of ['', '  ', '&|!', "'", '"', '%', '\\', '🍵'])
    expect((await suggest(q)).items).toBeInstanceOf(Array);
  expect((await suggest('  ')).items).toEqual([]);
});

test('may be cached for a minute, and sets no cookie', async () => {
  const response = await shop.app.inject({ url: '/api/v1/search/suggest?q=te' });
  expect(response.headers['cache-control']).toBe('public, max-age=60');
  expect(response.headers['set-cookie']).toBeUndefined();
});

test('the count of a search is the total of its list, also within a category', async () => {
  const { rows } = await shop.db.execute<{ slug: string }>(sql`
    select c.slug from categories c join products p using (category_id)
    where p.is_listed group by c.slug order by count(*) desc, c.slug limit 1`);
  for (const search of ['q=set', `q=set&category=${rows[0].slug}`, 'q=xqzvwk']) {
    const { total } = await shop.get<ProductList>(`/api/v1/products?${search}&limit=1`);
    expect(await shop.get<SearchCount>(`/api/v1/search/count?${search}`), search).toEqual({ total });
  }
  const unknown = await shop.app.inject({ url: '/api/v1/search/count?q=set&category=none' });
  expect(unknown.json()).toMatchObject({ status: 404, code: 'category-not-found' });
});
