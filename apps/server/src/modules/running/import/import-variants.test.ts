/** @file A shirt in three colours and four sizes, from its file to the lists, its page and the cart. */
import type { Cart, Product, ProductList, ReviewList } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createParserInProcess, writeFile } from '../../../testing/import/import-fixtures.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { fullTitle } from '../../catalogue/catalog/index.ts';
import { importMeta, importReviews } from './index.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const colors = ['Red', 'Blue', 'Green'];
const sizes = ['S', 'M', 'L', 'XL'];
const shirts = colors.flatMap((color, ofColor) =>
  sizes.map((size, ofSize) => ({
    asin: `SHIRT-${color}-${size}`,
    parent_asin: 'SHIRT',
    title: 'Poplin Shirt',
    main_category: 'Shirts',
    color,
    size,
    price: 30 + ofSize,
    // Green is sold out in L.
    stock: ofColor === 2 && ofSize === 2 ? 0 : 3,
  })),
);

const options = () => ({
  pool: shop.db.pool,
  rejectsDir: shop.dataDir,
  createParser: createParserInProcess,
});
const importProducts = (rows: Record<string, unknown>[]) =>
  importMeta({ ...options(), files: [writeFile(shop.dataDir, `meta${Math.random()}.jsonl`, rows)] });

const find = (query = '') => shop.get<ProductList>(`/api/v1/products?category=shirts${query}`);
const only = async (query: string) => {
  const { items, total } = await find(query);
  expect({ total, items }).toMatchObject({ total: 1, items: [{}] });
  return items[0]!;
};

describe('a shirt in three colours and four sizes', () => {
  beforeAll(async () => {
    await importProducts(shirts);
    await shop.services.searchIndex.refresh();
  });

  test('is one card, which names the options', async () => {
    const { product_id, variants, price } = await only('');
    expect(price).toMatchObject({ amount_minor: 3_000 });
    expect(variants).toMatchObject({
      count: 12,
      lowest_price: { amount_minor: 3_000 },
      highest_price: { amount_minor: 3_300 },
      options: [
        { code: 'color', value: 'Red', values: colors },
        { code: 'size', value: 'S', values: sizes },
      ],
      swatches: colors.map((value) => ({ value })),
    });
    const ids = variants!.swatches.map(({ product_id }) => product_id);
    expect(new Set(ids).size).toBe(colors.length);
    expect(ids[colors.indexOf('Red')]).toBe(product_id);
  });

  test('is one search result, and counts once for each colour and size', async () => {
    const { total, facets } = await shop.get<ProductList>('/api/v1/products?q=poplin+shirt&category=shirts');
    expect(total).toBe(1);
    expect(facets.color.map(({ value, count }) => [value, count])).toEqual(
      [...colors].sort().map((color) => [color, 1]),
    );
    expect(facets.attributes[0]!.values.map(({ value, count }) => [value, count])).toEqual(
      sizes.map((size) => [size, 1]),
    );
    expect(facets).toMatchObject({ in_stock: 1, price: { min_minor: 3_000, max_minor: 3_300 } });
  });

  test('shows the variant that the filters ask for', async () => {
    expect((await only('&color=Blue&attribute=size:L')).parent_asin).toBe('SHIRT-Blue-L');
    expect((await only('&sort=price-desc')).parent_asin).toBe('SHIRT-Red-XL');
    // Green in L exists but is sold out; the facet of colours counts the other colours that are available in L.
    const { total, facets } = await find('&color=Green&attribute=size:L&in_stock=true');
    expect(total).toBe(0);
    expect(facets.color.map(({ value }) => value)).toEqual(['Blue', 'Red']);
  });

  test('has a page for each variant, with all combinations and their own stock', async () => {
    const { product_id } = await only('&color=Green&attribute=size:L');
    const { combinations, availability, variants } = await shop.get<Product>(
      `/api/v1/products/${product_id}`,
    );
    expect(availability).toBe('out-of-stock');
    expect(variants?.options.map(({ value }) => value)).toEqual(['Green', 'L']);
    expect(combinations).toHaveLength(12);
    expect(combinations.filter((one) => one.availability === 'out-of-stock')).toMatchObject([
      { product_id, values: { color: 'Green', size: 'L' } },
    ]);
  });

  test('puts the chosen variant into the cart', async () => {
    const { product_id } = await only('&color=Blue&attribute=size:L');
    const response = await shop.app.inject({
      method: 'POST',
      url: '/api/v1/cart/items',
      payload: { product_id, quantity: 2 },
    });
    const [line] = (response.json() as Cart).items;
    expect(line).toMatchObject({
      product: { product_id, variants: { options: [{ value: 'Blue' }, { value: 'L' }] } },
    });
  });

  test('is called by its title and what the title does not say, word for word', async () => {
    const titlesOf = async (asin: string) => {
      const { rows } = await shop.db.execute<{ title: string }>(
        sql`select ${fullTitle} as title from products p where parent_asin = ${asin}`,
      );
      return rows[0]!.title;
    };
    // The letter S is in “Shirt”, and L in “Poplin”.
    expect(await titlesOf('SHIRT-Red-S')).toBe('Poplin Shirt, Red, S');
    expect(await titlesOf('SHIRT-Blue-L')).toBe('Poplin Shirt, Blue, L');
  });

  test('is rated by the reviews of all its variants, by the number of the variant or of the group', async () => {
    const review = { rating: 4, timestamp: 1_588_687_728_000, title: 'Fine', text: 'It is.' };
    await importReviews({
      ...options(),
      files: [
        writeFile(shop.dataDir, 'reviews.jsonl', [
          { ...review, user_id: 'U1', parent_asin: 'SHIRT', asin: 'SHIRT-Blue-L' },
          { ...review, user_id: 'U2', parent_asin: 'SHIRT', asin: 'SHIRT-Unknown', rating: 5 },
          { ...review, user_id: 'U3', parent_asin: 'SHIRT-Red-S', rating: 3 },
        ]),
      ],
    });
    const { rows } = await shop.db.pool.query(
      `select distinct average_rating, rating_count from products where parent_asin like 'SHIRT-%'`,
    );
    expect(rows).toEqual([{ average_rating: 4, rating_count: 3 }]);
    const blue = await only('&color=Blue&attribute=size:L');
    const { items } = await shop.get<ReviewList>(`/api/v1/products/${blue.product_id}/reviews`);
    expect(items).toHaveLength(3);
  });

  test('gets more variants from a later file, and the next variant becomes the first if the first one moves to another group', async () => {
    const yellow = { ...shirts[0]!, asin: 'SHIRT-Yellow-S', color: 'Yellow' };
    expect(await importProducts([yellow])).toMatchObject({ inserted: 1 });
    await importProducts([{ ...shirts[0]!, parent_asin: 'OTHER' }]);
    await shop.services.searchIndex.refresh();
    const { items } = await find();
    const counts = items.map(({ variants }) => variants?.count).sort();
    expect(counts).toEqual([1, 12]);
    const { rows } = await shop.db.pool.query(
      `select g.parent_asin, min(p.product_id) = g.group_id as is_first from product_groups g join products p using (group_id)
       where p.parent_asin like 'SHIRT-%' group by g.group_id order by 1`,
    );
    expect(rows).toEqual([
      { parent_asin: 'OTHER', is_first: true },
      { parent_asin: 'SHIRT', is_first: true },
    ]);
  });
});

test('a product that is its own parent is in no group', async () => {
  await importProducts([
    { asin: 'ALONE', parent_asin: 'ALONE', title: 'Alone', main_category: 'Shirts', price: 1 },
  ]);
  const { rows } = await shop.db.pool.query(`select group_id from products where parent_asin = 'ALONE'`);
  expect(rows).toEqual([{ group_id: null }]);
});
