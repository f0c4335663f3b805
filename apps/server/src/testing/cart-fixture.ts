/** @file Carts on a separate database with ten products and a user. */

import { createPostgresCartStore, type VersionedCartStore } from '../adapters/postgres-cart-store.ts';
import { type Database, openDatabase } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import type { CartStoreFixture } from '../ports/cart-store.contract.ts';
import { createTestDatabase } from './postgres/test-database.ts';

export async function createCartFixture(): Promise<
  CartStoreFixture & { db: Database; store: VersionedCartStore }
> {
  const { connectionString, drop } = await createTestDatabase();
  const { db, close } = openDatabase({ connectionString, max: 10 });
  const { rows } = await db.execute<{ product_id: number }>(sql`
    insert into products (parent_asin, title) select 'P' || n, 'Product ' || n from generate_series(1, 10) as n
    returning product_id`);
  const userId = 'somebody';
  await db.execute(sql`insert into users (user_id) values (${userId})`);
  const store = createPostgresCartStore(db);
  return {
    db,
    store,
    productIds: rows.map((row) => row.product_id),
    userId,
    async changeBehindBack(owner) {
      const column = owner.kind === 'user' ? sql`user_id` : sql`visitor_id::text`;
      await db.execute(sql`
        with changed as (
          update carts set version = version + 1
          where ${column} = ${owner.kind === 'user' ? owner.userId : owner.visitorId} returning cart_id
        )
        update cart_lines set quantity = quantity + 1 where cart_id in (select cart_id from changed)`);
    },
    async close() {
      await store.close();
      await close();
      await drop();
    },
  };
}
