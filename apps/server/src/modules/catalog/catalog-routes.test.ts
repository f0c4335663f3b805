import type { CategoryList, Product, ProductList, ProductSummary } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
let all: Product[];

beforeAll(async () => {
  shop = await createTestShop();
  const summaries = await pages('/api/v1/products?limit=100');
  all = await Promise.all(
    summaries.map(({ product_id }) => shop.get<Product>(`/api/v1/products/${product_id}`)),
  );
});
afterAll(() => shop.close());

/** Follows the cursors to the end. */
async function pages(path: string): Promise<ProductSummary[]> {
  const items: ProductSummary[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: ProductList = await shop.get(`${path}${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return items;
}

const price = (product: ProductSummary) => product.price?.amount_minor;
const ids = (products: readonly { product_id: number }[]) => products.map(({ product_id }) => product_id);

describe('listing', () => {
  test('shows every listed product once', () => {
    expect(all).toHaveLength(240);
    expect(new Set(ids(all)).size).toBe(240);
  });

  test.each([
    ['popularity', (a: Product, b: Product) => b.rating_count - a.rating_count],
    ['price_asc', (a: Product, b: Product) => (price(a) ?? 2 ** 31) - (price(b) ?? 2 ** 31)],
    ['price_desc', (a: Product, b: Product) => (price(b) ?? -1) - (price(a) ?? -1)],
    [
      'newest',
      (a: Product, b: Product) => (b.date_first_available ?? '').localeCompare(a.date_first_available ?? ''),
    ],
  ])('sorts by %s, and pages neither repeat nor lose a product', async (sort, compare) => {
    const listed = await pages(`/api/v1/products?sort=${sort}&limit=37`);
    const expected = ids([...all].sort(compare));
    expect([...ids(listed)].sort()).toEqual([...expected].sort());
    const byId = new Map(all.map((product) => [product.product_id, product]));
    const ordered = listed.map(({ product_id }) => byId.get(product_id)!);
    for (let index = 1; index < ordered.length; index++)
      expect(compare(ordered[index - 1], ordered[index])).toBeLessThanOrEqual(0);
  });

  test('best rated puts many good ratings before one perfect one', async () => {
    const listed = await pages('/api/v1/products?sort=rating&limit=100');
    const score = ({ average_rating, rating_count }: ProductSummary) =>
      ((average_rating ?? 3.5) * rating_count + 35) / (rating_count + 10);
    for (let index = 1; index < listed.length; index++)
      expect(score(listed[index - 1])).toBeGreaterThanOrEqual(score(listed[index]) - 1e-9);
  });

  test('a product without a price is shown as not for sale', () => {
    const unpriced = all.filter((product) => product.price === null);
    expect(unpriced.length).toBeGreaterThan(0);
    for (const product of unpriced) expect(product.availability).toBe('not_for_sale');
  });
});

describe('facets', () => {
  type Filter = (product: Product) => boolean;
  const available: Filter = (product) =>
    product.availability === 'in_stock' || product.availability === 'low_stock';

  function count(values: (string | null)[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  test('count each filter under the others, exactly as a count by hand', async () => {
    const department = all[0].categories[0].slug;
    const brand = all.find(({ categories }) => categories[0].slug === department)!.brand!;
    const filters: Record<string, Filter> = {
      category: ({ categories }) => categories.some(({ slug }) => slug === department),
      brand: (product) => product.brand === brand,
      price: (product) => (price(product) ?? -1) >= 500 && (price(product) ?? -1) <= 20_000,
      rating: ({ average_rating }) => (average_rating ?? 0) >= 3,
    };
    const query = `category=${department}&brand=${encodeURIComponent(brand)}&price_min=500&price_max=20000&rating_min=3`;
    const { facets, total, items } = await shop.get<ProductList>(`/api/v1/products?${query}&limit=100`);
    const under = (left?: string) =>
      all.filter((product) =>
        Object.entries(filters).every(([name, filter]) => name === left || filter(product)),
      );

    expect(total).toBe(under().length);
    expect(new Set(ids(items))).toEqual(new Set(ids(under())));
    const brands = count(under('brand').map((product) => product.brand));
    expect(Object.fromEntries(facets.brand.map(({ value, count: n }) => [value, n]))).toEqual(
      Object.fromEntries([...brands].sort((a, b) => b[1] - a[1]).slice(0, 30)),
    );
    const below = count(under().map(({ categories }) => categories[1]?.slug ?? null));
    expect(Object.fromEntries(facets.category.map(({ value, count: n }) => [value, n]))).toEqual(
      Object.fromEntries(below),
    );
    const atLeast = (stars: number) =>
      under('rating').filter(({ average_rating }) => (average_rating ?? 0) >= stars).length;
    expect(facets.rating.map(({ count: n }) => n)).toEqual([atLeast(4), atLeast(3), atLeast(2)]);
    expect(facets.in_stock).toBe(under().filter(available).length);
    const prices = under('price').flatMap((product) => price(product) ?? []);
    expect(facets.price).toMatchObject({ min_minor: Math.min(...prices), max_minor: Math.max(...prices) });
  });

  test('in_stock leaves out what cannot be bought', async () => {
    const listed = await pages('/api/v1/products?in_stock=true&limit=100');
    expect(new Set(ids(listed))).toEqual(new Set(ids(all.filter(available))));
  });
});

describe('search', () => {
  test('finds a product by its title, first', async () => {
    const wanted = all[17];
    const { items } = await shop.get<ProductList>(`/api/v1/products?q=${encodeURIComponent(wanted.title)}`);
    expect(items[0].product_id).toBe(wanted.product_id);
  });

  test('survives what people type', async () => {
    for (const q of ["'", '"', '\\', '%', '&|!()', 'a & ', '-', ' ', '\u0000', '🍵', 'x'.repeat(200)]) {
      const response = await shop.app.inject({ url: '/api/v1/products', query: { q } });
      expect([200, 400]).toContain(response.statusCode);
    }
  });
});

describe('categories', () => {
  test('count what stands at and below them', async () => {
    const { items } = await shop.get<CategoryList>('/api/v1/categories');
    const root = items.filter(({ parent_slug }) => parent_slug === null);
    expect(root.reduce((sum, { product_count }) => sum + product_count, 0)).toBe(240);
    for (const { slug, product_count } of items) {
      const inside = all.filter(({ categories }) => categories.some((one) => one.slug === slug));
      expect(inside.length).toBe(product_count);
    }
  });
});

describe('wrong requests', () => {
  test.each([
    ['/api/v1/products/2147483000', 404, 'product-not-found'],
    ['/api/v1/products/abc', 400, 'invalid-request'],
    ['/api/v1/products/99999999999', 400, 'invalid-request'],
    ['/api/v1/products?limit=0', 400, 'invalid-request'],
    ['/api/v1/products?sort=magic', 400, 'invalid-request'],
    ['/api/v1/products?cursor=nonsense', 400, 'invalid-cursor'],
    ['/api/v1/products?category=no/such/place', 404, 'category-not-found'],
    ['/api/v1/nothing', 404, 'not-found'],
  ])('%s answers %i %s as a problem document', async (url, status, code) => {
    const response = await shop.app.inject({ url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code });
  });
});
