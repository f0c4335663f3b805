import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/** The products whose ids are in one range. A group counts as its first listed product. */
interface ProductRange {
  /** Its ids begin at `part * idsPerPart`. */
  readonly part: number;
  readonly count: number;
  readonly changedAt: string;
}

/** Reads all products, so callers keep the answer for a while. */
export async function findProductRanges(db: Database, idsPerPart: number): Promise<ProductRange[]> {
  const { rows } = await db.execute<{ part: number; count: number; changed_at: string }>(sql`
    select first_id / ${idsPerPart}::int as part, count(*)::int as count, max(changed_at) as changed_at
    from (
      select min(product_id) as first_id, max(updated_at) as changed_at
      from products where is_listed group by coalesce(group_id, product_id)
    ) as items
    group by 1 order by 1`);
  return rows.map((row) => ({ part: row.part, count: row.count, changedAt: row.changed_at }));
}

interface SitemapProduct {
  readonly product_id: number;
  readonly title: string;
  readonly updated_at: string;
}

/** Returns listed products from `from` to below `below`, in the order of their ids. A group is its first listed product. */
export async function findSitemapProducts(
  db: Database,
  { from, below, limit }: { from: number; below: number; limit: number },
): Promise<SitemapProduct[]> {
  const { rows } = await db.execute<{ product_id: number; title: string; updated_at: string }>(sql`
    select p.product_id, p.title, p.updated_at from products p
    where p.is_listed and p.product_id >= ${from} and p.product_id < ${below}::bigint
      and (p.group_id is null or p.product_id = (
        select min(other.product_id) from products other where other.group_id = p.group_id and other.is_listed))
    order by p.product_id limit ${limit}`);
  return rows;
}

/** Returns the names of brands with at least `fewest` listed products, those with the most first. A group counts once. */
export async function findBrands(
  db: Database,
  { fewest, limit }: { fewest: number; limit: number },
): Promise<string[]> {
  const { rows } = await db.execute<{ brand: string }>(sql`
    select brand from products where is_listed and brand is not null
    group by brand having count(distinct coalesce(group_id, product_id)) >= ${fewest}
    order by count(*) desc, brand limit ${limit}`);
  return rows.map(({ brand }) => brand);
}

export async function hasDeals(db: Database): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from products where is_listed and percent_off is not null limit 1`,
  );
  return rows.length > 0;
}
