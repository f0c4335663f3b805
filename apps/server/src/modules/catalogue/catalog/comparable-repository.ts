import { isComparable } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

interface DescribedRow {
  product_id: number;
  slug: string;
  names: string[];
}

/** Returns the slug of the category of each of these products that say enough about themselves to be compared. */
export async function findComparable(
  db: Database,
  productIds: readonly number[],
): Promise<Map<number, string>> {
  if (productIds.length === 0) return new Map();
  const statement = sql`
    select p.product_id, c.slug, array(select jsonb_object_keys(p.details || p.attributes)) as names
    from products p join categories c using (category_id)
    where p.product_id = any(${productIds}::int[])`;
  const { rows } = await db.execute<DescribedRow>(statement, { keepsPlan: true });
  return new Map(rows.filter(({ names }) => isComparable(names)).map((row) => [row.product_id, row.slug]));
}
