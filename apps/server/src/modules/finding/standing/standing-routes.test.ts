import { randomUUID } from 'node:crypto';
import type { ProductList, ProductStanding } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let admin: Shopper;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
});
afterAll(() => shop.close());

test('shows staff the stock, the places and the last 30 days of a product', async () => {
  const { items } = await shop.get<ProductList>('/api/v1/products?sort=popularity&limit=2');
  const id = items[1].product_id;
  await shop.db.execute(sql`update inventory set on_hand = 12, reserved = 2 where product_id = ${id}`);
  const happened = [
    { kind: 'view', actor: 'person', days: 1 },
    { kind: 'view', actor: 'person', days: 29 },
    { kind: 'view', actor: 'person', days: 31 },
    { kind: 'view', actor: 'robot', days: 1 },
    { kind: 'click', actor: 'person', days: 2 },
  ];
  for (const { kind, actor, days } of happened)
    await shop.db.execute(sql`
      insert into events (visitor_id, kind, product_id, actor, occurred_at)
      values (${randomUUID()}, ${kind}::event_kind, ${id}, ${actor}::event_actor, now() - make_interval(days => ${days}))`);

  const { status, body } = await admin.send<ProductStanding>('GET', `/admin/products/${id}/standing`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    on_hand: 12,
    reserved: 2,
    popularity_place: 2,
    model_version: null,
    is_known_to_model: false,
    last_30_days: { views: 2, clicks: 1, units_sold: 0 },
  });
  expect((await admin.send('GET', '/admin/products/2147483000/standing')).status).toBe(404);
});
