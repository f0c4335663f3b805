/** @file The texts of the rendered pages about a sale. */
import type { Product } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostStorefront } from '../../../host-storefront.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findPlentiful } from '../../../testing/belongings.ts';
import { pathOfProduct } from '../../../testing/product-path.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { addSale } from './change-sales.ts';

let shop: TestShop;
let id: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  await hostStorefront(shop.app, { mode: 'production', publicUrl: 'http://localhost:3000' });
  [id] = await findPlentiful(shop);
  await shop.db.execute(
    sql`update products set price_minor = 4000, group_id = null where product_id = ${id}`,
  );
  await shop.db.execute(sql`delete from price_history where product_id = ${id}`);
  await shop.db.execute(sql`
    insert into price_history (product_id, since, price_minor, currency)
    values (${id}, now() - interval '20 days', 3000, 'USD'), (${id}, now() - interval '10 days', 4000, 'USD')`);
  await addSale(shop.db, {
    productId: id,
    content: { price: { amount_minor: 2_000, currency: 'USD' }, ends_at: '2099-12-04T00:00:00Z' },
    now: new Date(),
  });
  await shop.services.searchIndex.refresh();
});
afterAll(() => shop.close());

async function open(url: string, cookies: ReadonlyMap<string, string> = new Map()) {
  const { statusCode, body } = await shop.app.inject({ url, cookies: Object.fromEntries(cookies) });
  expect(statusCode, url).toBe(200);
  const text = body
    .slice(body.indexOf('<main'), body.indexOf('</main>'))
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<!--[\s\S]*?-->|<\/?(?:a|b|s|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'");
  return { body, text };
}

test('the page of a product says the price, what it was, and what the percent counts from', async () => {
  const product = await shop.get<Product>(`/api/v1/products/${id}`);
  const { text, body } = await open(pathOfProduct(product));
  expect(text).toMatch(/Sale price \$20\.00\s*Previous price \$30\.00\s*−33%\s*33% off/);
  expect(text).toContain('Lowest price of the 30 days before the sale: $30.00');
  expect(text).toContain('Regular price: $40.00');
  expect(text).toContain('Until 3 Dec 2099');
  expect(body).toContain('"priceValidUntil":"2099-12-04T00:00:00.000Z"');
  expect(body).toContain('<s>$30.00</s>');
});

test('a list offers the products on sale, and shows their cards', async () => {
  const all = await open('/search');
  expect(all.body).toMatch(/<input[^>]*name="deals"/);
  expect(all.text).toContain('Biggest reduction');
  const { text } = await open('/deals');
  expect(text).toContain('1 product');
  expect(text).toMatch(/Sale price \$20\.00/);
  expect(text).toContain('33% off');
});

test('the cart and the wishlist show what the price was', async () => {
  const browser = createShopper(shop.app);
  await browser.send('POST', '/cart/items', { product_id: id, quantity: 1 });
  await browser.send('POST', '/wishlist', { product_id: id });
  for (const page of ['/cart', '/wishlist'])
    expect((await open(page, browser.cookies)).text, page).toMatch(
      /Sale price \$20\.00(?: each)?\s*Previous price \$30\.00/,
    );
});
