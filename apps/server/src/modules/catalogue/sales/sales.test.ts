import type { Cart, Problem, Product, ProductList, ProductSale } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { applySales, purgeSales } from './sale-repository.ts';

let shop: TestShop;
let admin: Record<string, string>;
let now = new Date();
/** A product that each test may do with what it likes. */
let id: number;
const unused: number[] = [];

const hourMs = 3_600_000;
const at = (hours: number) => new Date(+now + hours * hourMs).toISOString();
const usd = (amount_minor: number) => ({ amount_minor, currency: 'USD' });

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize, clock: () => now });
  admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
  await shop.db.execute(sql`update inventory set on_hand = 50, reserved = 0`);
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products
    where is_listed and price_minor is not null and group_id is null order by product_id`);
  unused.push(...rows.map(({ product_id }) => product_id));
});
afterAll(() => shop.close());

/** Days before now, and the price from then on. */
type History = readonly (readonly [days: number, price: number | null])[];

async function productWith(history: History): Promise<number> {
  const productId = unused.shift()!;
  const last = history.at(-1)![1];
  await shop.db.execute(sql`
    update products set price_minor = ${last}, currency = case when ${last}::int is not null then 'USD' end where product_id = ${productId}`);
  await shop.db.execute(sql`delete from price_history where product_id = ${productId}`);
  await shop.db.execute(sql`
    insert into price_history (product_id, since, price_minor, currency)
    select ${productId}, ${now}::timestamptz - make_interval(days => days), price, case when price is not null then 'USD' end
    from unnest(${history.map(([days]) => days)}::int[], ${history.map(([, price]) => price)}::int[]) as h (days, price)`);
  return productId;
}

beforeEach(async () => {
  now = new Date();
  id = await productWith([[100, 1_000]]);
});

const send = (method: 'DELETE' | 'POST' | 'PUT', payload?: object, rest = '') =>
  shop.app.inject({
    method,
    url: `/api/v1/admin/products/${id}/sales${rest}`,
    headers: admin,
    ...(payload && { payload }),
  });
const add = async (price: number, times: object = {}) =>
  (await send('POST', { price: usd(price), ...times })).json<ProductSale>();
const listed = async () =>
  (await shop.get<{ items: ProductSale[] }>(`/api/v1/admin/products/${id}/sales`, admin)).items;
const product = (productId = id) => shop.get<Product>(`/api/v1/products/${productId}`);
const shown = async () => {
  const { price, sale } = await product();
  return [price?.amount_minor, sale?.regular_price.amount_minor, sale?.percent_off];
};
async function later(hours: number): Promise<void> {
  now = new Date(at(hours));
  await shop.db.execute(sql`select graphile_worker.add_job('sales.apply')`);
  await shop.services.jobs.runDue();
}
const setPrice = (price: number | null) =>
  shop.db.execute(sql`
    update products set price_minor = ${price}, currency = case when ${price}::int is not null then 'USD' end where product_id = ${id}`);

describe('a sale', () => {
  test('begins and ends at its moments', async () => {
    const sale = await add(749, { starts_at: at(1), ends_at: at(2) });
    expect(sale).toMatchObject({ state: 'planned', lowest_recent_price: null, percent_off: null });
    expect(await shown()).toEqual([1_000, undefined, undefined]);
    await later(0.5);
    expect((await product()).sale).toBeNull();
    await later(0.5);
    expect(await product()).toMatchObject({
      price: usd(749),
      sale: {
        regular_price: usd(1_000),
        lowest_recent_price: usd(1_000),
        percent_off: 25,
        ends_at: sale.ends_at,
      },
    });
    expect(await listed()).toEqual([
      { ...sale, state: 'on', lowest_recent_price: usd(1_000), percent_off: 25 },
    ]);
    await later(1);
    expect(await shown()).toEqual([1_000, undefined, undefined]);
    expect(await listed()).toMatchObject([{ state: 'ended', percent_off: null }]);
  });

  test('begins immediately when it is to begin now, and ends when it is deleted', async () => {
    const { sale_id } = await add(800);
    expect(await shown()).toEqual([800, 1_000, 20]);
    expect((await send('DELETE', undefined, `/${sale_id}`)).statusCode).toBe(204);
    expect(await shown()).toEqual([1_000, undefined, undefined]);
    expect(await listed()).toEqual([]);
  });

  test('follows another one without a moment at the regular price', async () => {
    await add(800, { ends_at: at(1) });
    await add(700, { starts_at: at(1), ends_at: at(2) });
    await later(1);
    // The first sale belongs to the 30 days before the second one.
    expect(await shown()).toEqual([700, 1_000, 12]);
    const { rows } = await shop.db.execute<{ price_minor: number }>(sql`
      select price_minor from price_history where product_id = ${id} order by since`);
    expect(rows.map(({ price_minor }) => price_minor)).toEqual([1_000, 800, 700]);
  });

  test('that was missed as a whole never begins', async () => {
    await add(800, { starts_at: at(1), ends_at: at(2) });
    await later(3);
    expect(await shown()).toEqual([1_000, undefined, undefined]);
    expect(await listed()).toMatchObject([{ state: 'ended', lowest_recent_price: null }]);
  });

  test('may become cheaper as the same reduction; a price that rises is another one', async () => {
    const { sale_id } = await add(800, { ends_at: at(5) });
    const change = (price: number, times = {}) =>
      send('PUT', { price: usd(price), ends_at: at(5), ...times }, `/${sale_id}`);
    expect((await change(600)).json()).toMatchObject({ lowest_recent_price: usd(1_000), percent_off: 40 });
    expect((await change(700)).json()).toMatchObject({
      state: 'on',
      lowest_recent_price: usd(600),
      percent_off: null,
    });
    expect(await shown()).toEqual([700, undefined, undefined]);
    expect((await change(500, { starts_at: at(1) })).json()).toMatchObject({ state: 'planned' });
    expect(await shown()).toEqual([1_000, undefined, undefined]);
  });
});

describe('the lowest price of the 30 days before', () => {
  const cases: [string, History, number][] = [
    [
      'leaves out a price that ended 31 days ago',
      [
        [40, 500],
        [31, 1_000],
      ],
      1_000,
    ],
    [
      'counts a price that began and ended 29 days ago',
      [
        [40, 1_000],
        [29, 500],
        [28, 1_000],
      ],
      500,
    ],
    [
      'counts the price that was in force when they began',
      [
        [40, 500],
        [20, 1_000],
      ],
      500,
    ],
    [
      'leaves out the time without a price',
      [
        [40, 1_100],
        [10, null],
        [5, 1_200],
      ],
      1_100,
    ],
    [
      'counts from the first price of a product that is younger',
      [
        [3, 1_300],
        [2, 1_000],
      ],
      1_000,
    ],
  ];
  test.each(cases)('%s', async (_, history, lowest) => {
    id = await productWith(history);
    const sale = await add(400);
    expect(sale.lowest_recent_price).toEqual(usd(lowest));
    expect(sale.percent_off).toBe(Math.floor((100 * (lowest - 400)) / lowest));
  });

  test('has to be above the sale price, or the shop asks that price and announces nothing', async () => {
    id = await productWith([
      [40, 500],
      [20, 1_000],
    ]);
    expect(await add(500)).toMatchObject({
      state: 'on',
      lowest_recent_price: usd(500),
      percent_off: null,
    });
    expect(await product()).toMatchObject({ price: usd(500), sale: null });
    expect((await listedDeals()).map(({ product_id }) => product_id)).not.toContain(id);
  });

  test('gives no percent to announce when the reduction is below one', async () => {
    expect(await add(995)).toMatchObject({ state: 'on', percent_off: null });
    expect(await shown()).toEqual([995, undefined, undefined]);
  });
});

async function listedDeals(): Promise<ProductList['items']> {
  await shop.services.searchIndex.refresh();
  return (await shop.get<ProductList>('/api/v1/products?deals=true&limit=100')).items;
}

describe('a price that changes during a sale', () => {
  test('is the regular price', async () => {
    await add(800, { ends_at: at(1) });
    await setPrice(1_200);
    expect(await shown()).toEqual([800, 1_200, 20]);
    await later(1);
    expect(await shown()).toEqual([1_200, undefined, undefined]);
  });

  test('leaves the sale without effect until the regular price is above it again', async () => {
    await add(800);
    await setPrice(700);
    expect(await shown()).toEqual([700, undefined, undefined]);
    expect(await listed()).toMatchObject([{ state: 'without-effect', percent_off: null }]);
    await setPrice(null);
    expect((await product()).price).toBeNull();
    await setPrice(900);
    expect(await shown()).toEqual([800, 900, 20]);
    expect(await listed()).toMatchObject([{ state: 'on', percent_off: 20 }]);
  });

  test('is refused by nothing when it is in another currency: the sale has no effect', async () => {
    await add(800);
    await shop.db.execute(
      sql`update products set price_minor = 1000, currency = 'EUR' where product_id = ${id}`,
    );
    expect(await product()).toMatchObject({ price: { amount_minor: 1_000, currency: 'EUR' }, sale: null });
    expect(await listed()).toMatchObject([{ state: 'without-effect' }]);
  });
});

describe('refuses', () => {
  const code = async (payload: object, rest = '', method: 'POST' | 'PUT' = 'POST') => {
    const answer = await send(method, payload, rest);
    return [answer.statusCode, answer.json<Problem>().code];
  };

  test('a price that is not below the regular one, of a product on sale too', async () => {
    expect(await code({ price: usd(1_000) })).toEqual([409, 'sale-not-below-price']);
    await add(500, { ends_at: at(1) });
    expect(await code({ price: usd(1_000), starts_at: at(1) })).toEqual([409, 'sale-not-below-price']);
    expect((await send('POST', { price: usd(999), starts_at: at(1) })).statusCode).toBe(201);
    await setPrice(null);
    expect(await code({ price: usd(1), starts_at: at(9), ends_at: at(10) })).toEqual([
      409,
      'sale-not-below-price',
    ]);
  });

  test('two sales at one time, and not two that touch', async () => {
    const { sale_id } = await add(800, { starts_at: at(2), ends_at: at(4) });
    for (const times of [
      { ends_at: at(3) },
      { starts_at: at(3) },
      { starts_at: at(2.5), ends_at: at(3) },
      {},
    ])
      expect(await code({ price: usd(900), ...times })).toEqual([409, 'sales-overlap']);
    expect((await send('POST', { price: usd(900), starts_at: at(1), ends_at: at(2) })).statusCode).toBe(201);
    const moved = { price: usd(900), starts_at: at(1.5), ends_at: at(4) };
    expect(await code(moved, `/${sale_id}`, 'PUT')).toEqual([409, 'sales-overlap']);
  });

  test('what cannot be, by name', async () => {
    expect(await code({ price: { amount_minor: 5, currency: 'EUR' } })).toEqual([
      409,
      'sale-in-other-currency',
    ]);
    expect(await code({ price: usd(5), starts_at: at(2), ends_at: at(1) })).toEqual([
      400,
      'sale-ends-too-early',
    ]);
    expect(await code({ price: usd(5), ends_at: at(-1), starts_at: at(-2) })).toEqual([
      400,
      'sale-ends-too-early',
    ]);
    expect(await code({ price: usd(0) })).toEqual([400, 'invalid-request']);
    expect(await code({ price: usd(5), starts_at: '2099-02-30T00:00:00Z' })).toEqual([
      400,
      'invalid-request',
    ]);
    expect(await code({ price: usd(5) }, '/2147483647', 'PUT')).toEqual([404, 'sale-not-found']);
    const { sale_id } = await add(800, { ends_at: at(1) });
    await later(2);
    expect(await code({ price: usd(700) }, `/${sale_id}`, 'PUT')).toEqual([409, 'sale-ended']);
    id = 2_147_483_647;
    expect(await code({ price: usd(5) })).toEqual([404, 'product-not-found']);
  });
});

describe('several nodes', () => {
  test('begin each sale once, and end it once', async () => {
    const node = await shop.addNode();
    await add(800, { starts_at: at(1), ends_at: at(2) });
    const both = (hours: number) =>
      Promise.all([shop.db, node.db].map((db) => applySales(db, { at: new Date(at(hours)) })));
    const sum = (runs: { began: number; ended: number }[]) =>
      runs.reduce((all, { began, ended }) => ({ began: all.began + began, ended: all.ended + ended }), {
        began: 0,
        ended: 0,
      });
    await Promise.all([both(0), both(0)]);
    expect(sum(await both(1))).toEqual({ began: 1, ended: 0 });
    expect(sum(await both(1))).toEqual({ began: 0, ended: 0 });
    expect(sum(await both(2))).toEqual({ began: 0, ended: 1 });
  });

  test('skip a product that a transaction is changing, and do it the next time', async () => {
    await add(800, { starts_at: at(1) });
    await withTransaction(shop.db, async (tx) => {
      await tx.execute(sql`update products set title = title || '!' where product_id = ${id}`);
      await later(1);
      expect(await shown()).toEqual([1_000, undefined, undefined]);
    });
    await later(0);
    expect(await shown()).toEqual([800, 1_000, 20]);
  });
});

test('lists filter by reductions, count them, and put the largest first', async () => {
  const other = await productWith([[100, 1_000]]);
  await add(900);
  id = other;
  await add(600);
  const deals = await listedDeals();
  expect(deals.every(({ sale }) => sale !== null)).toBe(true);
  const list = await shop.get<ProductList>('/api/v1/products?sort=discount&limit=100');
  expect(list.facets.deals).toBe(deals.length);
  const percents = list.items.map(({ sale }) => sale?.percent_off ?? 0);
  expect(percents).toEqual(percents.toSorted((a, b) => b - a));
  expect(percents.slice(0, deals.length)).not.toContain(0);
});

test('a cart says that a price rose when its sale ends', async () => {
  await add(800, { ends_at: at(1) });
  const made = await shop.app.inject({ method: 'POST', url: '/api/v1/cart' });
  const headers = { 'x-cart-token': made.json<{ cart_token: string }>().cart_token };
  const put = await shop.app.inject({
    method: 'POST',
    url: '/api/v1/cart/items',
    headers,
    payload: { product_id: id, quantity: 1 },
  });
  expect(put.json<Cart>().items).toMatchObject([{ unit_price: usd(800) }]);
  await later(1);
  const cart = await shop.get<Cart>('/api/v1/cart', headers);
  expect(cart).toMatchObject({
    items: [{ unit_price: usd(1_000), product: { sale: null } }],
    notices: [{ kind: 'price-changed', prices: { from: usd(800), to: usd(1_000) } }],
  });
});

test('prices and sales are kept for a year, and the price in force before that', async () => {
  id = await productWith([
    [900, 700],
    [500, 800],
    [380, 900],
    [10, 1_000],
  ]);
  await shop.db.execute(sql`
    insert into product_sales (product_id, price_minor, currency, starts_at, ends_at, state)
    select ${id}, 1, 'USD', now() - make_interval(days => days + 1), now() - make_interval(days => days), 'ended'
    from unnest(array[380, 300]) as days`);
  await purgeSales(shop.db);
  const { rows } = await shop.db.execute<{ price_minor: number }>(sql`
    select price_minor from price_history where product_id = ${id} order by since`);
  expect(rows.map(({ price_minor }) => price_minor)).toEqual([900, 1_000]);
  expect(await listed()).toHaveLength(1);
});
