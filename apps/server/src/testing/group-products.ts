import type { Database } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';

/** Puts products into a group, as an import does, so that they become one item. Returns the number of the group. */
export async function groupProducts(
  db: Pick<Database, 'execute'>,
  productIds: readonly number[],
): Promise<number> {
  const groupId = Math.min(...productIds);
  await db.execute(sql`
    insert into product_groups (group_id, parent_asin, options)
    values (${groupId}, ${`GROUP${groupId}`}, '{color}')`);
  await db.execute(
    sql`update products set group_id = ${groupId} where product_id = any(${[...productIds]}::int[])`,
  );
  await db.execute(sql`select refresh_product_ratings(${[...productIds]}::int[])`);
  return groupId;
}
