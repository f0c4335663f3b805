import type { Problem, ProductList, SearchBoostList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countChoices } from '../../../adapters/search-reading/search-boost-repository.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { putProducts } from '../../../testing/search-index/contract-shop.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let admin: Shopper;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  await putProducts(
    shop.db.pool,
    ['Celadon', 'Pewter', 'Walnut'].map((kind) => ({ title: `${kind} Jar`, priceMinor: 1_900, onHand: 50 })),
  );
  await shop.services.searchIndex.refresh();
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
});
afterAll(() => shop.close());

const list = async (shopper: Shopper, query: string) =>
  (await shopper.send<ProductList>('GET', `/products?${query}`)).body;
const boosts = async (q: string) =>
  (await admin.send<SearchBoostList>('GET', `/admin/search/boosts?q=${encodeURIComponent(q)}`)).body;

/** A browser that the shop knows because it opened one of its pages. */
async function enter(): Promise<Shopper> {
  const shopper = createShopper(shop.app);
  await shopper.send('POST', '/events', { events: [{ kind: 'search', query: 'anything' }] });
  return shopper;
}

async function learn(): Promise<void> {
  await shop.services.searchLog.close();
  await countChoices(shop.db, { minutes: 10 });
  await shop.services.searchIndex.refresh();
}

test('the first page of a search has an id; the shop stores the text under it, and not who searched', async () => {
  const shopper = await enter();
  const first = await list(shopper, 'q=%20TEA%20%20Bow%C4%BA&limit=1');
  const searchId = first.search!.search_id!;
  expect(searchId).toMatch(/^[0-9a-f-]{36}$/);
  if (first.next_cursor !== null) {
    const next = await list(shopper, `q=tea+bowl&limit=1&cursor=${first.next_cursor}`);
    expect(next.search!.search_id).toBeNull();
  }
  expect((await list(shopper, 'q=tea+bowl')).search!.search_id).not.toBe(searchId);
  expect((await list(shopper, 'q=%21%21')).search?.search_id ?? null).toBeNull();
  expect((await list(shopper, 'limit=1')).search).toBeNull();
  await shop.services.searchLog.close();
  const { rows } = await shop.db.execute(sql`select * from searches where search_id = ${searchId}`);
  expect(rows).toEqual([
    {
      search_id: searchId,
      key: 'tea bowl',
      text: 'TEA  Bowĺ',
      reading: first.search!.reading,
      total: first.total,
      searched_at: expect.anything(),
    },
  ]);
});

test('stores a misspelt search under its corrected words', async () => {
  const shopper = await enter();
  const { search } = await list(shopper, 'q=ceramci');
  await shop.services.searchLog.close();
  const { rows } = await shop.db.execute(
    sql`select key, text, reading from searches where search_id = ${search!.search_id}`,
  );
  expect(rows).toEqual([{ key: 'ceramic', text: 'ceramci', reading: 'corrected' }]);
});

test('a product that three shoppers clicked and bought after a search ranks first, and the shop can see why', async () => {
  const before = await list(admin, 'q=jar');
  const chosen = before.items.at(-1)!.product_id;

  for (let person = 0; person < 3; person++) {
    const shopper = await enter();
    const { search_id } = (await list(shopper, 'q=JAR')).search!;
    for (let time = 0; time < 4; time++)
      await shopper.send('POST', '/events', { events: [{ kind: 'click', product_id: chosen, search_id }] });
    await shopper.send('POST', '/cart/items', { product_id: chosen, search_id });
    if (person === 0) {
      await shopper.send('POST', `/cart/items/${chosen}/save-for-later`);
      await shopper.send('POST', `/cart/saved/${chosen}/move-to-cart`);
    }
    const { status } = await shopper.confirm(await shopper.fillCheckout([]));
    expect(status).toBe(201);
  }
  await learn();

  expect(await boosts('jar!')).toEqual({
    key: 'jar',
    items: [{ product_id: chosen, title: expect.any(String), clickers: 3, buyers: 3, points: 0.26 }],
  });
  expect((await boosts('mug')).items).toEqual([]);
  const after = await list(admin, 'q=jar');
  expect(after.items[0]!.product_id).toBe(chosen);
  expect(after.total).toBe(before.total);
  expect((await admin.send<Problem>('GET', '/admin/search/boosts')).status).toBe(400);
});

test('does not count clicks of browsers that the shop has never seen', async () => {
  const shopper = await enter();
  const { items } = await list(shopper, 'q=tea');
  for (let person = 0; person < 3; person++) {
    const { search_id } = (await list(shopper, 'q=tea')).search!;
    await createShopper(shop.app).send('POST', '/events', {
      events: [{ kind: 'click', product_id: items[0]!.product_id, search_id }],
    });
  }
  await learn();
  expect((await boosts('tea')).items).toEqual([]);
});

test('ignores an unknown id, and rejects a malformed one', async () => {
  const shopper = await enter();
  const product_id = (await list(shopper, 'q=tea')).items.find(
    ({ availability }) => availability === 'in-stock',
  )!.product_id;
  const unknown = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';
  const click = (search_id: string) => ({ events: [{ kind: 'click', product_id, search_id }] });
  expect((await shopper.send('POST', '/events', click(unknown))).body).toMatchObject({ accepted: 1 });
  expect((await shopper.send('POST', '/cart/items', { product_id, search_id: unknown })).status).toBe(200);
  expect((await shopper.send('POST', '/events', click('mug'))).status).toBe(400);
  expect((await shopper.send('POST', '/cart/items', { product_id, search_id: 'mug' })).status).toBe(400);
});
