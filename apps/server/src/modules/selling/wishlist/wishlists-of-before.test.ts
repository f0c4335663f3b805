/** @file Wishlists that were stored before visitors had any (migration `wishlists-and-notices`). */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createDatabaseOfBefore,
  type DatabaseOfBefore,
} from '../../../testing/postgres/database-of-before.ts';
import { findWishlist } from './wishlist-repository.ts';

let shop: DatabaseOfBefore;

beforeAll(async () => {
  shop = await createDatabaseOfBefore('wishlists-and-notices');
  await shop.db.execute(sql`insert into users (user_id) values ('ada'), ('bo'), ('cy')`);
  await shop.db.execute(sql`
    insert into products (parent_asin, title, price_minor, currency) select 'P' || n, 'P', 100, 'USD'
    from generate_series(1, 3) n`);
  await shop.db.execute(sql`
    insert into wishlist_items (user_id, product_id, added_at)
    select user_id, product_id, '2026-01-01T10:00:00.123456Z'::timestamptz + make_interval(days => product_id)
    from users, products where user_id = 'ada' or user_id = 'bo' and parent_asin = 'P2'`);
  await shop.migrate();
});
afterAll(() => shop.close());

test.each([
  ['ada', [3, 2, 1]],
  ['bo', [2]],
  ['cy', []],
])('%s has the whole list, in its order', async (userId, days) => {
  const found = await findWishlist(shop.db, { kind: 'user', userId }, { limit: 10, after: undefined });
  expect(found).toEqual(
    days.map((day) => ({
      productId: expect.any(Number),
      addedAt: `2026-01-0${1 + day}T10:00:00.123456Z`,
      addedPrice: null,
    })),
  );
});
