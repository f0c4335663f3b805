import { LRUCache } from 'lru-cache';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { availabilityOf } from './catalog.ts';
import { type CatalogEntry, findEntries } from './product-repository.ts';

/** About 15 MB. */
const most = 10_000;

interface Kept {
  readonly version: string;
  readonly priceMinor: number | null;
  readonly entry: CatalogEntry;
}

/**
 * Returns what `findEntries` returns, with a cheaper query: it keeps the entries of single products, and asks only whether they are still so. The
 * transactions that last wrote a product's row and its first picture's are the version of an entry; the stock is read each time. An entry of a product with
 * variants depends on too many rows, so it is read each time.
 */
export function rememberEntries(
  db: Database,
): (productIds: readonly number[]) => Promise<Map<number, CatalogEntry>> {
  const kept = new LRUCache<number, Kept>({ max: most });
  return async (productIds) => {
    if (productIds.length === 0) return new Map();
    const { rows } = await db.execute<{ id: number; version: string | null; available: number }>(
      sql`
        select p.product_id as id, coalesce(i.on_hand - i.reserved, 0) as available, case when p.group_id is null then p.xmin::text || ' ' ||
          coalesce((select g.xmin::text from product_images g where g.product_id = p.product_id order by position limit 1), '') end as version
        from products p left join inventory i using (product_id)
        where p.product_id = any(${productIds}::int[]) and p.is_listed`,
      { keepsPlan: true },
    );
    const entries = new Map<number, CatalogEntry>();
    const changed: number[] = [];
    for (const { id, version, available } of rows) {
      const known = kept.get(id);
      if (known === undefined || known.version !== version) changed.push(id);
      else entries.set(id, withStock(known, available));
    }
    const found = await findEntries(db, changed);
    for (const { id, version } of rows) {
      const entry = found.get(id);
      if (!entry) continue;
      entries.set(id, entry);
      const priceMinor = entry.product.price?.amount_minor ?? null;
      if (version !== null) kept.set(id, { version, priceMinor, entry });
    }
    return entries;
  };
}

function withStock({ entry, priceMinor }: Kept, available: number): CatalogEntry {
  const availability = availabilityOf({ priceMinor, available });
  return availability === entry.product.availability
    ? entry
    : { ...entry, product: { ...entry.product, availability } };
}
