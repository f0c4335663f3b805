import type { Problem, ProductList, Wishlist } from '@kindred/contracts';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signApiToken } from '../../platform/http/api-token.ts';
import { createTestShop, secret, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
let productIds: number[];

beforeAll(async () => {
  shop = await createTestShop();
  const { items } = await shop.get<ProductList>('/api/v1/products?limit=20');
  productIds = items.map(({ product_id }) => product_id);
});
afterAll(() => shop.close());

async function headersOf(userId: string): Promise<{ authorization: string }> {
  await shop.db.execute(sql`insert into users (user_id) values (${userId}) on conflict do nothing`);
  const token = await signApiToken({ secret, caller: { userId, isAdmin: false }, lifetimeSeconds: 600 });
  return { authorization: `Bearer ${token}` };
}

function add(headers: { authorization: string }, productId: number) {
  return shop.app.inject({
    method: 'POST',
    url: '/api/v1/me/wishlist',
    headers,
    payload: { product_id: productId },
  });
}

test('keeps products, the newest first, page by page', async () => {
  const headers = await headersOf('ada');
  for (const productId of productIds.slice(0, 7))
    expect((await add(headers, productId)).statusCode).toBe(201);
  const seen: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Wishlist = await shop.get(
      `/api/v1/me/wishlist?limit=3${cursor && `&cursor=${cursor}`}`,
      headers,
    );
    expect(page.total).toBe(7);
    seen.push(...page.items.map(({ product }) => product.product_id));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual(productIds.slice(0, 7).reverse());
});

test('adding twice adds once, removing twice is no mistake', async () => {
  const headers = await headersOf('bo');
  const answers = await Promise.all([1, 2, 3, 4].map(() => add(headers, productIds[0])));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 201]);
  const url = `/api/v1/me/wishlist/${productIds[0]}`;
  for (let twice = 0; twice < 2; twice++)
    expect((await shop.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(204);
  expect((await shop.get<Wishlist>('/api/v1/me/wishlist', headers)).total).toBe(0);
});

test('is each person’s own, and for people only', async () => {
  const ada = await headersOf('cy');
  await add(ada, productIds[0]);
  expect((await shop.get<Wishlist>('/api/v1/me/wishlist', await headersOf('dee'))).items).toEqual([]);
  expect((await shop.app.inject({ url: '/api/v1/me/wishlist' })).statusCode).toBe(401);
});

test('refuses what is not listed', async () => {
  const headers = await headersOf('eve');
  expect((await add(headers, 2_147_483_000)).json<Problem>().code).toBe('product-not-found');
  const hidden = productIds[19];
  await add(headers, hidden);
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${hidden}`);
  expect(await shop.get<Wishlist>('/api/v1/me/wishlist', headers)).toMatchObject({ items: [], total: 0 });
});

test('holds 500, however many come at once', async () => {
  const headers = await headersOf('fay');
  await shop.db.execute(sql`
    insert into products (parent_asin, title) select 'more' || n, 'more' from generate_series(1, 600) n`);
  await shop.db.execute(sql`
    insert into wishlist_items (user_id, product_id)
    select 'fay', product_id from products where parent_asin like 'more%' limit 498`);
  const answers = await Promise.all(productIds.slice(0, 6).map((productId) => add(headers, productId)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, 409, 409, 409, 409]);
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json<Problem>().code).toBe('wishlist-full');
});
