/** @file Sales that files of products speak of, and prices that change during a sale. */
import type { Product, ProductSale } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createParserInProcess, writeFile } from '../../../testing/import/import-fixtures.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { importMeta } from './index.ts';

let shop: TestShop;
let admin: Record<string, string>;
let files = 0;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
  await importRows([
    product('OLD', { price: 20 }),
    product('PLAIN', { price: 20 }),
    product('BOTH', { price: 20 }),
  ]);
});
afterAll(() => shop.close());

const product = (asin: string, more: object) => ({ parent_asin: asin, title: `Product ${asin}`, ...more });
const importRows = (rows: Record<string, unknown>[]) =>
  importMeta({
    pool: shop.db.pool,
    rejectsDir: shop.dataDir,
    createParser: createParserInProcess,
    files: [writeFile(shop.dataDir, `meta${++files}.jsonl`, rows)],
  });

async function idOf(asin: string): Promise<number> {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products where parent_asin = ${asin}`);
  return rows[0]!.product_id;
}

/** The price that is asked, the regular one and the percent of what is announced. */
async function shown(asin: string) {
  const { price, sale } = await shop.get<Product>(`/api/v1/products/${await idOf(asin)}`);
  return [price?.amount_minor, sale?.regular_price.amount_minor, sale?.percent_off];
}

const salesOf = async (asin: string) =>
  (
    await shop.get<{ items: ProductSale[] }>(`/api/v1/admin/products/${await idOf(asin)}/sales`, admin)
  ).items.map(({ price, starts_at, ends_at, state }) => [price.amount_minor, starts_at, ends_at, state]);

test('a file begins a sale, says it again, changes it, keeps quiet about it and ends it', async () => {
  const row = (more: object) => importRows([product('OLD', more)]);
  const sale = { price: 20, sale_price: 15, sale_ends_at: '2099-12-03' };
  expect(await row(sale)).toMatchObject({ inserted: 0, updated: 1 });
  expect(await shown('OLD')).toEqual([1_500, 2_000, 25]);
  // A day that ends a sale belongs to it.
  const [[, startsAt]] = (await salesOf('OLD')) as [[number, string]];
  expect(await salesOf('OLD')).toEqual([[1_500, startsAt, '2099-12-04T00:00:00.000Z', 'on']]);

  expect(await row(sale)).toMatchObject({ updated: 0 });
  expect(await row({ ...sale, title: 'Another title' })).toMatchObject({ updated: 1 });
  expect(await shown('OLD')).toEqual([1_500, 2_000, 25]);

  // A price list without sales changes the regular price.
  expect(await importRows([{ parent_asin: 'OLD', price: 30 }])).toMatchObject({ updated: 1 });
  expect(await shown('OLD')).toEqual([1_500, 3_000, 25]);
  expect(await importRows([{ parent_asin: 'OLD', price: 15 }])).toMatchObject({ updated: 1 });
  expect(await shown('OLD')).toEqual([1_500, undefined, undefined]);
  expect(await salesOf('OLD')).toMatchObject([
    [1_500, startsAt, '2099-12-04T00:00:00.000Z', 'without-effect'],
  ]);

  expect(await row({ ...sale, sale_price: 10 })).toMatchObject({ updated: 1 });
  expect(await shown('OLD')).toEqual([1_000, 2_000, 50]);
  expect(await row({ price: 20, sale_price: '' })).toMatchObject({ updated: 1 });
  expect(await shown('OLD')).toEqual([2_000, undefined, undefined]);
  expect(await salesOf('OLD')).toEqual([]);
});

test('a sale of a product that comes with it is asked and not announced: the product had no price before', async () => {
  await importRows([product('NEW', { price: 20, sale_price: 15 })]);
  expect(await shown('NEW')).toEqual([1_500, undefined, undefined]);
  const { rows } = await shop.db.execute<{ price_minor: number }>(sql`
    select price_minor from price_history where product_id = ${await idOf('NEW')}`);
  expect(rows).toEqual([{ price_minor: 1_500 }]);
});

test('what a file plans takes the place of what was planned before, and no sale that has ended begins again', async () => {
  const planned = { price: 20, sale_price: 15, sale_starts_at: '2099-01-01T08:00:00+01:00' };
  await importRows([product('PLAIN', planned)]);
  expect(await salesOf('PLAIN')).toEqual([[1_500, '2099-01-01T07:00:00.000Z', null, 'planned']]);
  await importRows([product('PLAIN', { ...planned, sale_starts_at: '2099-02-01' })]);
  expect(await salesOf('PLAIN')).toEqual([[1_500, '2099-02-01T00:00:00.000Z', null, 'planned']]);
  await importRows([
    product('PLAIN', { ...planned, sale_starts_at: '2020-02-01', sale_ends_at: '2020-03-01' }),
  ]);
  expect(await salesOf('PLAIN')).toEqual([]);
  expect(await shown('PLAIN')).toEqual([2_000, undefined, undefined]);
});

test('a product that a file names twice has the sale of its last row', async () => {
  await importRows([
    product('BOTH', { price: 20, sale_price: 15 }),
    product('BOTH', { price: 20, sale_price: 12 }),
  ]);
  expect(await shown('BOTH')).toEqual([1_200, 2_000, 40]);
});

test('a sale that cannot be read whole is none, and is counted', async () => {
  const odd = [
    { sale_price: 'ask us' },
    { sale_price: -1 },
    { sale_price: '€5.00' },
    { sale_price: 20 },
    { sale_price: 15, sale_starts_at: 'soon' },
    { sale_price: 15, sale_ends_at: '2026-02-30' },
    { sale_price: 15, sale_starts_at: '2099-02-01', sale_ends_at: '2099-01-01' },
    { sale_price: 15, price: 'ask us' },
  ];
  const { fields } = await importRows(odd.map((more, at) => product(`ODD${at}`, { price: 20, ...more })));
  expect(fields.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
    'price cannot be read as a price: not for sale',
    'sale_ends_at is a day that does not exist: no sale',
    'sale_ends_at is not after sale_starts_at: no sale',
    'sale_price cannot be read as a price: no sale',
    'sale_price is in another currency: no sale',
    'sale_price is negative: no sale',
    'sale_price is not below the price: no sale',
    'sale_price stands without a price: no sale',
    'sale_starts_at is not a number: no sale',
  ]);
  const { rows } = await shop.db.execute(sql`
    select from product_sales join products using (product_id) where parent_asin like 'ODD%'`);
  expect(rows).toEqual([]);
});
