import type { BrandList, CategoryList, Product } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let all: Product[];

beforeAll(async () => {
  shop = await createTestShop();
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products where is_listed`);
  all = await Promise.all(rows.map(({ product_id }) => shop.get<Product>(`/api/v1/products/${product_id}`)));
});
afterAll(() => shop.close());

const firstVariant = ({ product_id, combinations }: Product): number =>
  Math.min(product_id, ...combinations.map((variant) => variant.product_id));

describe('categories', () => {
  test('count the products in them and in the categories below them, each once for all its variants', async () => {
    const { items } = await shop.get<CategoryList>('/api/v1/categories');
    const root = items.filter(({ parent_slug }) => parent_slug === null);
    expect(root.reduce((sum, { product_count }) => sum + product_count, 0)).toBe(240);
    for (const { slug, product_count } of items) {
      const inside = all.filter(({ categories }) => categories.some((one) => one.slug === slug));
      expect(new Set(inside.map(firstVariant)).size).toBe(product_count);
    }
  });
});

describe('brands', () => {
  const like = async (name: string) =>
    (await shop.get<BrandList>(`/api/v1/brands?like=${encodeURIComponent(name)}`)).items;
  const rename = (from: string, to: string) =>
    shop.db.execute(sql`
      update products set attributes = jsonb_set(attributes, '{brand,0}', to_jsonb(${to}::text)) where brand = ${from}`);
  let brand: string;
  beforeAll(() => {
    brand = all.find((one) => (one.brand?.length ?? 0) > 6)!.brand!;
  });

  test('are found whatever the case and the accents, with the number of their products', async () => {
    const [first] = await like(brand.toUpperCase().replace('O', 'Ö'));
    const { total } = await shop.get<{ total: number }>(
      `/api/v1/products?brand=${encodeURIComponent(brand)}&limit=1`,
    );
    expect(first).toEqual({ name: brand, product_count: total, is_same: true });
  });

  test('are found with a typing error, but are not the same then', async () => {
    const [first] = await like(brand.slice(0, 3) + brand.slice(4));
    expect(first).toMatchObject({ name: brand, is_same: false });
    expect(await like('xqzvwk')).toEqual([]);
  });

  test('of names that differ only in signs are not the same', async () => {
    await rename(brand, `${brand}++`);
    const [first] = await like(brand);
    expect(first).toMatchObject({ name: `${brand}++`, is_same: false });
    await rename(`${brand}++`, brand);
  });
});

describe('a product that the shop no longer lists', () => {
  const codeOf = async (id: number) => {
    const answer = await shop.app.inject(`/api/v1/products/${id}`);
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };
  const list = (id: number, isListed: boolean) =>
    shop.db.execute(sql`update products set is_listed = ${isListed} where product_id = ${id}`);

  test('is gone until the shop lists it again', async () => {
    const { product_id: id } = all[0]!;
    await list(id, false);
    expect(await codeOf(id)).toEqual([410, 'product-gone']);
    await list(id, true);
    expect(await codeOf(id)).toEqual([200, undefined]);
  });

  test('was never here if the shop never listed it', async () => {
    const { rows } = await shop.db.execute<{ product_id: number }>(sql`
      insert into products (parent_asin, title, is_listed) values ('STUB', 'STUB', false) returning product_id`);
    expect(await codeOf(rows[0]!.product_id)).toEqual([404, 'product-not-found']);
  });
});

describe('wrong requests', () => {
  test.each([
    ['/api/v1/products/2147483000', 404, 'product-not-found'],
    ['/api/v1/products/abc', 400, 'invalid-request'],
    ['/api/v1/products/99999999999', 400, 'invalid-request'],
    ['/api/v1/nothing', 404, 'not-found'],
  ])('%s answers %i %s as a problem document', async (url, status, code) => {
    const response = await shop.app.inject({ url });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, code });
  });
});
