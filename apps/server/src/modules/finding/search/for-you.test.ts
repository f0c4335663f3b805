import { type ListedProduct, type Product, type ProductList, usualSignals } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, largeSize, type TestShop } from '../../../testing/test-shop.ts';
import { trainModel } from '../models/index.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: largeSize });
  await shop.services.searchIndex.refresh();
});
afterAll(() => shop.close());

const ids = (products: readonly { product_id: number }[]) => products.map(({ product_id }) => product_id);

async function list(
  query: Record<string, string> = {},
  shopper = createShopper(shop.app),
): Promise<ProductList> {
  const { status, body } = await shopper.send<ProductList>('GET', `/products?${new URLSearchParams(query)}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

async function pages(query: Record<string, string>, shopper: Shopper): Promise<ListedProduct[]> {
  const items: ListedProduct[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: ProductList = await list({ ...query, ...(cursor && { cursor }) }, shopper);
    items.push(...page.items);
    cursor = page.next_cursor;
  }
  return items;
}

async function train(seed: number): Promise<void> {
  const { db, dataDir } = shop;
  const outcome = await trainModel({
    db,
    dataDir,
    signals: usualSignals,
    seed,
    threads: 2,
    trainedBy: 'a test',
  });
  if (outcome.code !== 'trained') throw new Error(outcome.code);
  const { modelVersion } = outcome.model;
  for (let tries = 0; shop.services.modelHost.active()?.version !== modelVersion; tries++) {
    if (tries === 200) throw new Error(`${modelVersion} is not active after 10 s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function leafOf(productId: number): Promise<string> {
  const { categories } = await shop.get<Product>(`/api/v1/products/${productId}`);
  return categories.at(-1)!.slug;
}

/** A visitor who looked at products of one kind that are not the best known. */
async function visitorWithTaste(): Promise<{ visitor: Shopper; leaf: string }> {
  const { items } = await list({ limit: '100' });
  const leaf = await leafOf(items[70].product_id);
  const kin = await list({ category: leaf, limit: '4' });
  const visitor = createShopper(shop.app);
  const events = ids(kin.items).map((product_id) => ({ kind: 'view', product_id }));
  expect((await visitor.send('POST', '/events', { events })).status).toBe(202);
  return { visitor, leaf };
}

test('without a model, returns the usual order and reports it', async () => {
  const { visitor } = await visitorWithTaste();
  const usual = await list({ limit: '100' });
  const forThem = await list({ sort: 'for-you', limit: '100' }, visitor);
  expect(ids(forThem.items)).toEqual(ids(usual.items));
  expect(forThem).toMatchObject({ personalised: false, can_personalise: false, total: usual.total });
  expect(forThem.facets).toEqual(usual.facets);
});

describe('with a model', () => {
  beforeAll(() => train(1));

  test('a visitor without a history gets the usual order, to its end', async () => {
    const stranger = createShopper(shop.app);
    const page = await list({ sort: 'for-you' }, stranger);
    expect(page).toMatchObject({ personalised: false, can_personalise: false });
    expect(ids(await pages({ sort: 'for-you', limit: '90' }, stranger))).toEqual(
      ids(await pages({ limit: '90' }, stranger)),
    );
  });

  test('ranks products like those that the visitor looked at higher, and loses none', async () => {
    const { visitor, leaf } = await visitorWithTaste();
    const usual = await list({ limit: '20' });
    const page = await list({ sort: 'for-you', limit: '20' }, visitor);
    expect(page).toMatchObject({ personalised: true, can_personalise: true });
    const ofKind = async (items: ListedProduct[]) =>
      (await Promise.all(ids(items).map(leafOf))).filter((one) => one === leaf).length;
    expect(await ofKind(page.items)).toBeGreaterThan(await ofKind(usual.items));

    const whole = await pages({ sort: 'for-you', limit: '90' }, visitor);
    expect(ids(whole.slice(0, 20))).toEqual(ids(page.items));
    expect(new Set(ids(whole)).size).toBe(whole.length);
    expect(whole).toHaveLength(largeSize.products);
  });

  test('pages by number are the same list', async () => {
    const { visitor } = await visitorWithTaste();
    const whole = ids(await pages({ sort: 'for-you', limit: '90' }, visitor));
    for (const page of [1, 3]) {
      const { items } = await list({ sort: 'for-you', limit: '90', page: String(page) }, visitor);
      expect(ids(items)).toEqual(whole.slice((page - 1) * 90, page * 90));
    }
  });

  test('at most three of five neighbours are of one kind or one brand', async () => {
    const { visitor } = await visitorWithTaste();
    const { items } = await list({ sort: 'for-you', limit: '60' }, visitor);
    const leaves = await Promise.all(ids(items).map(leafOf));
    for (let start = 0; start + 5 <= items.length; start++)
      for (const kinds of [leaves, items.map(({ brand }) => brand)]) {
        const five = kinds.slice(start, start + 5);
        for (const kind of five) expect(five.filter((one) => one === kind).length).toBeLessThanOrEqual(3);
      }
  });

  test('products that the shopper looks at between two pages do not change the next page', async () => {
    const { visitor } = await visitorWithTaste();
    const whole = await list({ sort: 'for-you', limit: '60' }, visitor);
    const first = await list({ sort: 'for-you', limit: '30' }, visitor);
    const other = (await list({ sort: 'newest' })).items[0].product_id;
    await visitor.send('POST', '/events', { events: [{ kind: 'view', product_id: other }] });
    const second = await list({ sort: 'for-you', limit: '30', cursor: first.next_cursor! }, visitor);
    expect([...ids(first.items), ...ids(second.items)]).toEqual(ids(whole.items));
  });

  test('a new model between two pages repeats and loses no product', async () => {
    const { visitor } = await visitorWithTaste();
    const first = await list({ sort: 'for-you', limit: '100' }, visitor);
    await train(2);
    const items = [...first.items];
    for (let cursor = first.next_cursor; cursor !== null; ) {
      const page = await list({ sort: 'for-you', limit: '100', cursor }, visitor);
      items.push(...page.items);
      cursor = page.next_cursor;
    }
    expect(new Set(ids(items)).size).toBe(items.length);
    expect(items).toHaveLength(largeSize.products);
  });

  test('with a text and filters, has the same products as the list by relevance, the relevant ones first', async () => {
    const { visitor } = await visitorWithTaste();
    const query = { q: 'tea', rating_min: '3', limit: '100' };
    const usual = await list(query);
    const forThem = await list({ ...query, sort: 'for-you' }, visitor);
    expect(usual.total).toBeGreaterThan(3);
    expect(forThem).toMatchObject({
      personalised: true,
      total: usual.total,
      search: { ...usual.search, search_id: expect.any(String) },
    });
    expect(forThem.facets).toEqual(usual.facets);
    expect(new Set(ids(forThem.items))).toEqual(new Set(ids(usual.items)));
    expect(forThem.items.some(({ title_matches }) => title_matches !== undefined)).toBe(true);
  });

  test('ranks by the products that a user reviewed, and does not put these products first', async () => {
    const { rows } = await shop.db.execute<{ user_id: string; reviewed: number[] }>(sql`
      select user_id, array_agg(product_id) as reviewed from reviews group by user_id
      having count(*) >= 8 order by user_id limit 3`);
    for (const { user_id, reviewed } of rows) {
      const member = createShopper(shop.app, { token: await tokenOf({ userId: user_id }) });
      const page = await list({ sort: 'for-you', limit: '24' }, member);
      expect(page.personalised).toBe(true);
      expect(ids(page.items).filter((id) => reviewed.includes(id))).toEqual([]);
    }
  });

  // A text takes one query. A text with an unknown word takes three: for its stems, as typed, and as corrected. The match is kept for the
  // next page.
  test.each<[string, number, Record<string, string>]>([
    ['by popularity', 1, {}],
    ['narrowed and by price', 1, { rating_min: '3', in_stock: 'true', sort: 'price-asc' }],
    ['by a text', 2, { q: 'ceramic' }],
    ['by a text, narrowed', 2, { q: 'coffee', rating_min: '3', sort: 'price-asc' }],
    ['by a text that has to be corrected', 4, { q: 'ceramci' }],
    ['by a text that no product matches as a whole', 3, { q: 'ceramic stoneware coffee lamp blanket' }],
    ['for a visitor', 2, { sort: 'for-you', rating_min: '3' }],
    ['for a visitor by a text', 3, { sort: 'for-you', q: 'stoneware' }],
    ['for a visitor by a text that has to be corrected', 5, { sort: 'for-you', q: 'stonewrae' }],
  ])('a list %s takes at most %i queries', async (_, most, query) => {
    const { visitor } = await visitorWithTaste();
    await list({}, visitor);
    const pool = shop.db.pool;
    const asked = vi.spyOn(pool, 'query');
    const connected = vi.spyOn(pool, 'connect');
    try {
      await list({ ...query, limit: '100' }, visitor);
      // The search is stored after the answer is sent, and the shop's settings are read again every few seconds.
      const awaited = asked.mock.calls.filter(
        (given) => !/insert into searches|select settings from shop_settings/.test(JSON.stringify(given[0])),
      );
      expect(awaited.length).toBeGreaterThan(0);
      expect(awaited.length).toBeLessThanOrEqual(most);
      // The pool's own calls bring a callback; others would hold a connection for queries that are not counted here.
      expect(connected.mock.calls.filter((given: unknown[]) => given.length === 0)).toEqual([]);
    } finally {
      asked.mockRestore();
      connected.mockRestore();
    }
  });
});
