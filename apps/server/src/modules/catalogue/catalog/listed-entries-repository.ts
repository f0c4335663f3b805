import { isComparable } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { CatalogEntry } from './product-repository.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './product-row.ts';

export interface ListedEntry extends CatalogEntry {
  /** The slug of its category. Null: it has none, or says too little about itself to be compared. */
  readonly comparableIn: string | null;
}

interface ListedRow extends SummaryRow {
  category_id: number | null;
  category_slug: string | null;
  /** What its details and attributes are about. */
  names: string[];
}

/** Returns those of these products that are listed, as a list shows them. */
export async function findListedEntries(
  db: Database,
  productIds: readonly number[],
): Promise<Map<number, ListedEntry>> {
  if (productIds.length === 0) return new Map();
  const statement = sql`
    select ${summaryColumns}, p.category_id, c.slug as category_slug,
      array(select jsonb_object_keys(p.details || p.attributes)) as names
    from products p left join inventory i using (product_id) left join categories c on c.category_id = p.category_id
    where p.product_id = any(${productIds}::int[]) and p.is_listed`;
  const { rows } = await db.execute<ListedRow>(statement, { keepsPlan: true });
  return new Map(
    rows.map((row) => [
      row.product_id,
      {
        product: summaryOf(row),
        categoryId: row.category_id,
        comparableIn: isComparable(row.names) ? row.category_slug : null,
      },
    ]),
  );
}
