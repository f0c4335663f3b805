import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** Returns the `product_id` of each name, which is a `parent_asin` of a product or a group, or the number itself. Returns undefined for an unknown name. */
export async function findItems(
  db: Database,
  names: readonly string[],
): Promise<Array<{ name: string; productId: number | undefined }>> {
  const { rows } = await db.execute<{ name: string; product_id: number | null }>(sql`
    select name, coalesce(
      (select product_id from products where parent_asin = name),
      (select group_id from product_groups where parent_asin = name),
      (select product_id from products where product_id = case when name ~ '^[1-9][0-9]{0,8}$' then name::int end)
    ) as product_id
    from unnest(${names}::text[]) with ordinality as asked (name, position) order by position`);
  return rows.map(({ name, product_id }) => ({ name, productId: product_id ?? undefined }));
}

/** Returns the items of those of these products that are in a group. */
export async function findGroupedItems(
  db: Database,
  productIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await db.execute<{ product_id: number; group_id: number }>(sql`
    select product_id, group_id from products where product_id = any(${productIds}::int[]) and group_id is not null`);
  return new Map(rows.map(({ product_id, group_id }) => [product_id, group_id]));
}
