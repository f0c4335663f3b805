import type { CategoryList, Product } from '@kindred/contracts';
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
