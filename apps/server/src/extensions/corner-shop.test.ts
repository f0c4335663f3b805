/** @file Follows docs/guides/add-a-module.md and extend-without-a-fork.md with the code in examples/corner-shop. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ClientOf, createClientOf } from '@kindred/client';
import type { ProductList, Recommendations, ShippingMethodList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffPickMethods } from '../../../../examples/corner-shop/staff-pick-methods.ts';
import { sql } from '../extension.ts';
import { hostStorefront } from '../host-storefront.ts';
import { createMember, goodPassword } from '../testing/account-fixture.ts';
import { findPlentiful } from '../testing/belongings.ts';
import { createShopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';
import { forgotten } from '../testing/till-extension.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindred-extension-'));
const configFile = join(folder, 'kindred.config.json');
const cornerShop = join(import.meta.dirname, '../../../../examples/corner-shop');
const till = join(import.meta.dirname, '../testing/till-extension.ts');

let shop: TestShop;
let admin: ClientOf<ReturnType<typeof staffPickMethods>>;
let anybody: ClientOf<ReturnType<typeof staffPickMethods>>;
let productId: number;
beforeAll(async () => {
  writeFileSync(configFile, JSON.stringify({ extensions: [cornerShop, till] }));
  shop = await createTestShop({ size: smallSize, env: { KINDRED_CONFIG: configFile } });
  await hostStorefront(shop.app, { mode: 'production', publicUrl: 'http://localhost:3000' });
  const baseUrl = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  const token = await tokenOf({ isAdmin: true });
  anybody = createClientOf(staffPickMethods, { baseUrl });
  admin = anybody.with({ headers: { authorization: `Bearer ${token}` } });
  [productId] = await findPlentiful(shop);
});
afterAll(async () => {
  await shop.close();
  rmSync(folder, { recursive: true });
});

const note = 'Keeps tea warm till noon.';

test('its routes are part of the shop, and its client has methods for them', async () => {
  const pick = await admin.saveStaffPick(productId, { note });
  expect((await anybody.staffPicks()).items).toEqual([pick]);
  await expect(anybody.saveStaffPick(productId, { note })).rejects.toMatchObject({ code: 'admin-only' });
  await expect(admin.saveStaffPick(2_000_000_000, { note })).rejects.toMatchObject({
    code: 'product-not-listed',
  });
  const misspelt = { note, nott: 'x' };
  await expect(admin.saveStaffPick(productId, misspelt)).rejects.toMatchObject({ code: 'invalid-request' });
  const { paths } = await shop.get<{ paths: object }>('/api/v1/openapi.json');
  expect(paths).toHaveProperty(['/api/v1/staff-picks', 'get', 'operationId'], 'listStaffPicks');
});

test('has a metric, a part in /readyz, and a job that solves the problem that the part reports', async () => {
  await anybody.staffPicks();
  const { body } = await shop.app.inject('/metrics');
  expect(body).toMatch(/^corner_shop_staff_picks_shown_total [1-9]/m);
  expect(body).toContain('kindred_part_degraded{part="staff-picks"} 0');

  await admin.saveStaffPick(productId, { note });
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${productId}`);
  try {
    const { app, services } = await shop.addNode();
    const parts = async () => (await app.inject('/readyz')).json().parts;
    expect(await parts()).toHaveProperty('staff-picks', {
      state: 'degraded',
      detail: 'picks no longer listed: 1',
    });
    expect(Object.keys(await parts()).at(-1)).toBe('staff-picks');
    await shop.db.execute(sql`select graphile_worker.add_job('corner-shop.sweep-picks')`);
    await services.jobs.runDue();
    const { rows } = await shop.db.execute<{ count: number }>(
      sql`select count(*)::int as count from staff_picks`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  } finally {
    await shop.db.execute(sql`update products set is_listed = true where product_id = ${productId}`);
  }
});

test('its modules are notified of an erased account', async () => {
  const { userId, send } = await createMember(shop);
  expect((await send('DELETE', '/me', { password: goodPassword })).status).toBe(204);
  expect(forgotten).toEqual([userId]);
});

test('its shipping method is offered, and belongs to the shop afterwards', async () => {
  const offered = async () => {
    const { items } = await shop.get<ShippingMethodList>('/api/v1/shipping-methods?country=DE&currency=USD');
    return items.find(({ shipping_method_id }) => shipping_method_id === 'corner-shop-bike')?.name;
  };
  expect(await offered()).toBe('Bike courier');
  await shop.db.execute(sql`
    update shipping_methods set name = 'Cargo bike' where shipping_method_id = 'corner-shop-bike'`);
  await shop.addNode();
  expect(await offered()).toBe('Cargo bike');
});

test('a gateway of an extension takes payments, and the storefront asks only for the data that it needs', async () => {
  const shopper = createShopper(shop.app);
  const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
  const cookies = Object.fromEntries(shopper.cookies);
  const page = await shop.app.inject({ url: '/checkout?step=payment', cookies });
  expect(page.body).toContain('Pay at the till');
  expect(page.body).toContain('name="payment_method" value="4242424242424242"');
  expect(page.body).not.toContain('Test cards');
  expect((await shopper.confirm(checkout)).status).toBe(201);
  const { rows } = await shop.db.execute<{ provider: string }>(sql`select provider from payments`);
  expect(rows).toEqual([{ provider: 'till' }]);
  const { parts } = (await shop.app.inject('/readyz')).json();
  expect(parts.payment).toEqual({ state: 'ok', version: 'till' });
});

test('its source is used on the shelves that it names, in turn with the best sources', async () => {
  const shelf = (query: string) => shop.get<Recommendations>(`/api/v1/recommendations?${query}`);
  const popular = await shelf('context=trending&limit=100');
  const trending = new Set(popular.items.map(({ product }) => product.product_id));
  const sold = await shop.get<ProductList>('/api/v1/products?in_stock=true&limit=100');
  const picked = sold.items.find(({ product_id }) => !trending.has(product_id))!.product_id;
  await admin.saveStaffPick(picked, { note });
  const { items } = await shelf('context=trending&limit=6');
  expect(items[1]).toMatchObject({
    product: { product_id: picked },
    source: 'staff-picks',
    reason: { code: 'staff-pick', text: 'Picked by our staff', product_id: null },
  });
  const similar = await shop.get<Recommendations>(`/api/v1/products/${productId}/similar`);
  expect(similar.items.filter(({ source }) => source === 'staff-picks')).toEqual([]);
  for (const { product_id } of sold.items.slice(0, 6)) await admin.saveStaffPick(product_id, { note });
  const { body } = await shop.app.inject({ url: '/' });
  expect(body).toContain('You may also like');
});
