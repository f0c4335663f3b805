import type { Session } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let productId: number;

beforeAll(async () => {
  shop = await createTestShop();
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products join inventory using (product_id)
      where is_listed and price_minor is not null and on_hand - reserved > 5 limit 1`,
  );
  productId = rows[0].product_id;
});
afterAll(() => shop.close());

test('returns the number of items in a guest’s cart, and no user', async () => {
  const guest = createShopper(shop.app);
  expect((await guest.send('GET', '/session')).body).toEqual({
    account: null,
    cart_item_count: 0,
    wishlist_product_ids: [],
    is_opted_out: false,
  });
  await guest.send('POST', '/cart/items', { product_id: productId, quantity: 2 });
  expect((await guest.send('GET', '/session')).body).toEqual({
    account: null,
    cart_item_count: 2,
    wishlist_product_ids: [],
    is_opted_out: false,
  });
});

test('returns only the data of the user that a page’s frame shows', async () => {
  const member = await createMember(shop);
  const { body } = await member.send<Session>('GET', '/session');
  expect(body).toEqual({
    account: { first_name: 'Ada', email: member.email, email_verified: true, role: 'shopper' },
    cart_item_count: 0,
    wishlist_product_ids: [],
    is_opted_out: false,
  });
});
