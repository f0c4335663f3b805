import type { EventReceipt, ShopEvent } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let listed: number;
let unlisted: number;
/** A product that never existed or was deleted. */
const gone = 2_147_483_000;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed order by product_id limit 2`,
  );
  [listed, unlisted] = rows.map((row) => row.product_id);
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${unlisted}`);
});
afterAll(() => shop.close());

async function send(events: ShopEvent[]) {
  const shopper = createShopper(shop.app);
  const { status, body } = await shopper.send<EventReceipt>('POST', '/events', { events });
  const { rows } = await shop.db.execute(sql`
    select kind, product_id, query from events where visitor_id = ${shopper.cookies.get('kindred_visitor') ?? null}::uuid
    order by event_id`);
  return { answer: [status, body], stored: rows };
}

test.each([
  ['is gone', () => gone],
  ['is not listed', () => unlisted],
])('a product that %s does not affect other events of the batch', async (_, productOf) => {
  const product_id = productOf();
  const { answer, stored } = await send([
    { kind: 'view', product_id: listed },
    { kind: 'view', product_id },
    { kind: 'click', product_id },
    { kind: 'search', query: 'lamp', product_id },
    { kind: 'search', query: 'mug', product_id: listed },
    { kind: 'click', product_id: listed },
  ]);
  expect(answer).toEqual([202, { accepted: 4, dropped: 2 }]);
  expect(stored).toEqual([
    { kind: 'view', product_id: listed, query: null },
    { kind: 'search', product_id: null, query: 'lamp' },
    { kind: 'search', product_id: listed, query: 'mug' },
    { kind: 'click', product_id: listed, query: null },
  ]);
});

test('drops and counts events without the data that their kind needs', async () => {
  const { answer } = await send([{ kind: 'view' }, { kind: 'click' }, { kind: 'search' }]);
  expect(answer).toEqual([202, { accepted: 0, dropped: 3 }]);
});
