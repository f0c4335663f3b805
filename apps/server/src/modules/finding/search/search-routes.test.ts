import type { ListedProduct, Product, ProductList } from '@kindred/contracts';
import { familyOfColor, isComparable } from '@kindred/shop-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let all: Product[];

beforeAll(async () => {
  shop = await createTestShop();
  await shop.services.searchIndex.refresh();
  const summaries = await pages('/api/v1/products?limit=100');
  all = await Promise.all(
    summaries.map(({ product_id }) => shop.get<Product>(`/api/v1/products/${product_id}`)),
  );
});
afterAll(() => shop.close());

/** Reads all pages of a list. */
async function pages(path: string): Promise<ListedProduct[]> {
  const items: ListedProduct[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: ProductList = await shop.get(`${path}${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return items;
}

const list = (query: Record<string, string> = {}) =>
  shop.get<ProductList>(`/api/v1/products?${new URLSearchParams(query)}`);

const price = (product: Pick<ListedProduct, 'price'>) => product.price?.amount_minor;
const isVariant = ({ product_id, combinations }: Product, productId: number): boolean =>
  product_id === productId || combinations.some((variant) => variant.product_id === productId);
const ids = (products: readonly { product_id: number }[]) => products.map(({ product_id }) => product_id);

describe('listing', () => {
  test('shows every listed product once', () => {
    expect(all).toHaveLength(240);
    expect(new Set(ids(all)).size).toBe(240);
  });

  type Key = (product: Product) => number;
  const score: Key = ({ average_rating, rating_count }) =>
    ((average_rating ?? 3.5) * rating_count + 35) / (rating_count + 10);

  test.each<[string, Key, 1 | -1]>([
    ['popularity', ({ rating_count }) => rating_count, -1],
    ['price-asc', ({ price, variants }) => (variants?.lowest_price ?? price)?.amount_minor ?? 2 ** 31, 1],
    ['price-desc', ({ price, variants }) => (variants?.highest_price ?? price)?.amount_minor ?? -1, -1],
    ['newest', ({ date_first_available: day }) => (day === null ? -Infinity : Date.parse(day)), -1],
    // Many good ratings come before one perfect one.
    ['rating', score, -1],
  ])('sorts by %s over all pages, and equal products by their id', async (sort, key, direction) => {
    const listed = await pages(`/api/v1/products?sort=${sort}&limit=37`);
    const shownAs = (product: Product): number =>
      listed.find(({ product_id }) => isVariant(product, product_id))!.product_id;
    const expected = [...all].sort(
      (a, b) => direction * (Math.sign(key(a) - key(b)) || shownAs(a) - shownAs(b)),
    );
    expect(ids(listed)).toEqual(expected.map(shownAs));
  });

  test('without a sort or a text, sorts by popularity and reports no search', async () => {
    const usual = await list();
    expect(ids(usual.items)).toEqual(ids((await list({ sort: 'popularity' })).items));
    expect(usual).toMatchObject({ search: null, personalised: false, can_personalise: false });
    expect(usual.items.some((item) => 'title_matches' in item)).toBe(false);
  });

  test('featured lists have every product once, and spread kinds and brands', async () => {
    const details = new Map(all.map((product) => [product.product_id, product]));
    const department = all[0].categories[0].slug;
    for (const narrowed of ['', `&category=${department}`]) {
      const whole = ids(await pages(`/api/v1/products?sort=featured&limit=50${narrowed}`));
      const usual = ids(await pages(`/api/v1/products?limit=100${narrowed}`));
      expect(whole.toSorted()).toEqual(usual.toSorted());
      const first = whole.slice(0, 12).map((id) => details.get(id)!);
      for (const kinds of [
        first.map(({ categories }) => categories.at(-1)!.slug),
        first.map(({ brand }) => brand),
      ])
        for (const kind of kinds) expect(kinds.filter((one) => one === kind).length).toBeLessThanOrEqual(3);
    }
    expect(ids((await list({ sort: 'featured', q: 'bowl' })).items)).toEqual(
      ids((await list({ q: 'bowl' })).items),
    );
  });

  test('pages by number hold the same products as pages by cursor, and lead on by cursor', async () => {
    const whole = ids(await pages('/api/v1/products?sort=rating&limit=100'));
    const count = Math.ceil(whole.length / 50);
    for (let page = 1; page <= count + 1; page++) {
      const answer = await list({ sort: 'rating', limit: '50', page: String(page) });
      expect(ids(answer.items)).toEqual(whole.slice((page - 1) * 50, page * 50));
      expect(answer).toMatchObject({ total: whole.length, page, pages: count });
      if (page > 1) continue;
      const next = await list({ sort: 'rating', limit: '50', cursor: answer.next_cursor! });
      expect(ids(next.items)).toEqual(whole.slice(50, 100));
      expect(next).toMatchObject({ page: null, pages: count });
    }
  });

  test('refuses a page and a cursor together', async () => {
    const { next_cursor } = await list({ limit: '5' });
    const refused = await shop.app.inject({ url: `/api/v1/products?limit=5&page=2&cursor=${next_cursor}` });
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({
      code: 'invalid-request',
      errors: [{ in: 'query', pointer: '/cursor', code: 'not-allowed' }],
    });
  });

  test('shows a product without a price as not for sale', () => {
    const unpriced = all.filter((product) => product.price === null);
    expect(unpriced.length).toBeGreaterThan(0);
    for (const product of unpriced) expect(product.availability).toBe('not-for-sale');
  });

  test('follows changes of the catalogue', async () => {
    const dearest = (await list({ sort: 'price-desc', limit: '1' })).items[0];
    await shop.db.execute(
      sql`update products set is_listed = false where product_id = ${dearest.product_id}`,
    );
    await shop.services.searchIndex.refresh();
    const { items, total } = await list({ sort: 'price-desc', limit: '1' });
    expect(ids(items)).not.toContain(dearest.product_id);
    expect(total).toBe(239);
    await shop.db.execute(sql`update products set is_listed = true where product_id = ${dearest.product_id}`);
    await shop.services.searchIndex.refresh();
    expect(ids((await list({ sort: 'price-desc', limit: '1' })).items)).toEqual([dearest.product_id]);
  });
});

describe('facets', () => {
  type Filter = (product: Product) => boolean;
  const available: Filter = (product) =>
    product.availability === 'in-stock' || product.availability === 'low-stock';

  function count(values: (string | null)[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  test('count each value under all other filters, exactly as a manual count', async () => {
    const department = all[0].categories[0].slug;
    const brand = all.find(({ categories }) => categories[0].slug === department)!.brand!;
    const filters: Record<string, Filter> = {
      category: ({ categories }) => categories.some(({ slug }) => slug === department),
      brand: (product) => product.brand === brand,
      price: (product) => (price(product) ?? -1) >= 500 && (price(product) ?? -1) <= 20_000,
      rating: ({ average_rating }) => (average_rating ?? 0) >= 3,
    };
    const { facets, total, items } = await list({
      category: department,
      brand,
      price_min: '500',
      price_max: '20000',
      rating_min: '3',
      limit: '100',
    });
    const under = (left?: string) =>
      all.filter((product) =>
        Object.entries(filters).every(([name, filter]) => name === left || filter(product)),
      );

    expect(total).toBe(under().length);
    expect(new Set(ids(items))).toEqual(new Set(ids(under())));
    const byCount = (counts: Map<string, number>) =>
      [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 30);
    const brands = count(under('brand').map((product) => product.brand));
    expect(facets.brand.map(({ value, count: n }) => [value, n])).toEqual(byCount(brands));
    const colors = count(under().map((product) => product.color));
    expect(facets.color.map(({ value, count: n }) => [value, n])).toEqual(byCount(colors));
    const below = count(under().map(({ categories }) => categories[1]?.slug ?? null));
    expect(Object.fromEntries(facets.category.map(({ value, count: n }) => [value, n]))).toEqual(
      Object.fromEntries(below),
    );
    const atLeast = (stars: number) =>
      under('rating').filter(({ average_rating }) => (average_rating ?? 0) >= stars).length;
    expect(facets.rating.map(({ value, count: n }) => [value, n])).toEqual([
      ['4', atLeast(4)],
      ['3', atLeast(3)],
      ['2', atLeast(2)],
    ]);
    expect(facets.in_stock).toBe(under().filter(available).length);
    const prices = under('price').flatMap((product) => price(product) ?? []);
    const [lowest, highest] = [Math.min(...prices), Math.max(...prices)];
    expect(facets.price).toMatchObject({ min_minor: lowest, max_minor: highest, currency: 'USD' });
    const { bars } = facets.price;
    expect(bars[0].from_minor).toBeLessThanOrEqual(lowest);
    expect(bars.at(-1)!.to_minor).toBeGreaterThan(highest);
    for (const { from_minor, to_minor, count: n } of bars)
      expect(n).toBe(prices.filter((minor) => minor >= from_minor && minor < to_minor).length);
  });

  test('several values of one filter are alternatives', async () => {
    const [one, other] = [...new Set(all.map(({ brand }) => brand!))];
    const listed = await pages(
      `/api/v1/products?${new URLSearchParams([
        ['brand', one],
        ['brand', other],
        ['limit', '100'],
      ])}`,
    );
    const expected = all.filter(({ brand }) => brand === one || brand === other);
    expect(new Set(ids(listed))).toEqual(new Set(ids(expected)));
  });

  test('a family of colours has each of its shades, and is counted with them', async () => {
    const shadesOf = ({ color, combinations }: Product) =>
      [color, ...combinations.map(({ values }) => values.color)].filter((shade) => typeof shade === 'string');
    const { color_families } = (await list()).facets;
    for (const { value, label, count: n } of color_families) {
      const inFamily = all.filter((product) => shadesOf(product).some((one) => familyOfColor(one) === value));
      expect([label.toLowerCase(), n]).toEqual([value, inFamily.length]);
      const { total } = await list({ color_family: value, limit: '1' });
      expect(total).toBe(n);
    }
    const { items, facets } = await list({ color_family: 'green', limit: '100' });
    expect(items).toHaveLength(color_families.find(({ value }) => value === 'green')!.count);
    expect(facets.color_families).toEqual(color_families);
    expect(facets.color.length).toBeGreaterThan(1);
  });

  test('names the category in which a product that says enough can be compared', async () => {
    await shop.db.pool.query(
      `update products set details = '{"Brand": "A"}', attributes = '{}' where product_id = $1`,
      [all[0]!.product_id],
    );
    const listed = await pages('/api/v1/products?limit=100');
    const expected = new Map(
      all.map(({ product_id, categories, details, attributes, color }) => [
        product_id,
        isComparable([
          ...Object.keys(details),
          ...attributes.map(({ code }) => code),
          ...(color === null ? [] : ['color']),
        ])
          ? (categories.at(-1)?.slug ?? null)
          : null,
      ]),
    );
    expected.set(all[0]!.product_id, null);
    expect(new Set(listed.map(({ comparable_in }) => comparable_in !== null))).toEqual(
      new Set([true, false]),
    );
    for (const { product_id, comparable_in } of listed)
      expect(comparable_in, `${product_id}`).toBe(expected.get(product_id));
  });

  test('in_stock leaves out products that cannot be bought', async () => {
    const listed = await pages('/api/v1/products?in_stock=true&limit=100');
    expect(new Set(ids(listed))).toEqual(new Set(ids(all.filter(available))));
  });
});

describe('search', () => {
  test('finds each product first by its own title', async () => {
    for (const wanted of all.filter((_, index) => index % 24 === 0)) {
      const { items } = await list({ q: wanted.title });
      expect(items[0].product_id, wanted.title).toBe(wanted.product_id);
    }
  });

  test('says where titles contain the words, and how the text was understood', async () => {
    const { items, total, search } = await list({ q: 'tea' });
    expect(search).toMatchObject({ reading: 'as-typed', did_you_mean: null, whole_total: null });
    expect(total).toBeGreaterThan(0);
    const marked = items.filter(({ title }) => /\btea\b/i.test(title));
    expect(marked.length).toBeGreaterThan(0);
    for (const { title, title_matches = [] } of marked)
      expect(title_matches.map(({ start, end }) => title.slice(start, end).toLowerCase())).toContain('tea');
  });

  test('corrects a word that no product has', async () => {
    const meant = await list({ q: 'ceramic' });
    const typed = await list({ q: 'ceramci' });
    expect(typed.search).toMatchObject({
      reading: 'corrected',
      did_you_mean: 'ceramic',
      whole_total: null,
    });
    expect(ids(typed.items)).toEqual(ids(meant.items));
    expect(typed.total).toBe(meant.total);
  });

  test('if no product has all words, shows products with most of them', async () => {
    const { search, items } = await list({ q: 'stoneware mug zebra' });
    expect(search).toMatchObject({ reading: 'relaxed' });
    expect(items[0].title).toMatch(/stoneware mug/i);
  });

  test('finds nothing for a meaningless text', async () => {
    const { items, total, search, next_cursor, facets } = await list({ q: 'xqzvwk' });
    expect({ items, total, next_cursor }).toEqual({ items: [], total: 0, next_cursor: null });
    expect(search).toMatchObject({ reading: 'as-typed', did_you_mean: null, whole_total: null });
    expect(facets.brand).toEqual([]);
  });

  test('pages of a search contain and count each product once', async () => {
    const searches = async () =>
      /kindred_searches_total\{outcome="as-typed"\} (\d+)/.exec(
        (await shop.app.inject({ url: '/metrics' })).body,
      )?.[1];
    const before = Number((await searches()) ?? 0);
    const listed = await pages('/api/v1/products?q=tea&limit=3');
    expect(Number(await searches())).toBe(before + 1);
    expect(ids(listed)).toEqual(ids((await list({ q: 'tea', limit: '100' })).items));
    expect(new Set(ids(listed)).size).toBe(listed.length);
  });

  test('answers any text without an error', async () => {
    for (const q of ["'", '"', '\\', '%', '&|!()', 'a & ', '-', ' ', '🍵', 'x'.repeat(200), '<-> :*', '"tea'])
      await list({ q });
    const nul = await shop.app.inject({ url: '/api/v1/products', query: { q: '\u0000' } });
    expect([200, 400]).toContain(nul.statusCode);
  });
});

describe('wrong requests', () => {
  test.each([
    ['/api/v1/products?limit=0', 400, 'invalid-request'],
    ['/api/v1/products?sort=magic', 400, 'invalid-request'],
    ['/api/v1/products?cursor=nonsense', 400, 'invalid-cursor'],
    ['/api/v1/products?sort=for-you&cursor=nonsense', 400, 'invalid-cursor'],
    ['/api/v1/products?sort=for-you&cursor=w..gA', 400, 'invalid-cursor'],
    ['/api/v1/products?sort=for-you&cursor=w.9999999999999999.', 400, 'invalid-cursor'],
    ['/api/v1/products?sort=for-you&cursor=r.1.nonsense', 400, 'invalid-cursor'],
    ['/api/v1/products?category=no/such/place', 404, 'category-not-found'],
    ['/api/v1/products?sort=for-you&category=no/such/place', 404, 'category-not-found'],
    ['/api/v1/search/suggest', 400, 'invalid-request'],
    ['/api/v1/search/suggest?q=a&limit=11', 400, 'invalid-request'],
  ])('%s answers %i %s as a problem document', async (url, status, code) => {
    const response = await shop.app.inject({ url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code });
  });

  test('rejects a cursor of a list in another order', async () => {
    const { next_cursor } = await list({ sort: 'newest' });
    const response = await shop.app.inject({ url: `/api/v1/products?sort=rating&cursor=${next_cursor}` });
    expect(response.json()).toMatchObject({ status: 400, code: 'invalid-cursor' });
  });
});

test('a node that starts with another language changes the shop’s language', async () => {
  const { product_id } = all[0]!;
  await shop.db.execute(sql`update products set title = 'Häuser' where product_id = ${product_id}`);
  const { app, services } = await shop.addNode({ SEARCH_LANGUAGE: 'german' });
  await services.searchIndex.refresh();
  const found = await app.inject({ url: '/api/v1/products', query: { q: 'haus' } });
  expect(ids(found.json<ProductList>().items)).toEqual([product_id]);
});
