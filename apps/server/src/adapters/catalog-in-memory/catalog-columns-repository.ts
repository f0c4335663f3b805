/** @file Reads the listed products for the columns, and which of them changed. */
import { type Database, type Transaction, withTransaction } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { withColorFamilies } from '../../ports/color-family.ts';
import type { CatalogRow } from './catalog-columns.ts';
import type { CategoryRow } from './category-tree.ts';

const batchSize = 20_000;

export interface ChangePosition {
  /** The changes of this transaction and of later ones may not have been read yet. */
  readonly xmin: bigint;
  /** By the clock of the database server. */
  readonly at: Date;
}

/** Runs `work` in one snapshot, so that everything it reads is consistent. */
export async function inSnapshot<Result>(
  db: Database,
  work: (tx: Transaction, point: ChangePosition) => Promise<Result>,
): Promise<Result> {
  return withTransaction(
    db,
    async (tx) => {
      const { rows } = await tx.execute<{ xmin: string; at: string }>(
        sql`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, now() as at`,
      );
      return work(tx, { xmin: BigInt(rows[0]!.xmin), at: new Date(rows[0]!.at) });
    },
    { isolationLevel: 'repeatable read', isReadOnly: true, attempts: 1 },
  );
}

/**
 * Selects the products after a number. The condition is on each table, because a merge join would read the tables from their start for
 * every batch. A trigger writes the document in the transaction of the change, so its xmin identifies the version that was read.
 */
const selectRows = (after: number): Statement => sql`
  select p.product_id as "productId", coalesce(p.group_id, p.product_id) as "itemId", p.category_id as "categoryId", p.attributes, p.price_minor as "priceMinor", p.currency,
    coalesce(p.percent_off, 0) as "percentOff", p.average_rating as "averageRating", p.rating_count as "ratingCount", p.bayesian_rating as "bayesianRating",
    p.date_first_available - date '1970-01-01' as day,
    p.price_minor is not null and coalesce(i.on_hand > i.reserved, false) as "isInStock", d.xmin::text::float8 as "documentVersion"
  from products p join search_documents d using (product_id)
    left join inventory i on i.product_id = p.product_id and i.product_id > ${after}
  where p.is_listed and p.product_id > ${after} and d.product_id > ${after}`;

/** Yields all listed products in batches. */
export async function* readProducts(tx: Transaction): AsyncGenerator<CatalogRow[]> {
  for (let last = 0; ; ) {
    const { rows } = await tx.execute<CatalogRow>(
      sql`${selectRows(last)} order by p.product_id limit ${batchSize}`,
    );
    if (rows.length > 0) yield rows.map(described);
    if (rows.length < batchSize) return;
    last = rows.at(-1)!.productId;
  }
}

export async function readProductsOf(tx: Transaction, productIds: readonly number[]): Promise<CatalogRow[]> {
  const { rows } = await tx.execute<CatalogRow>(
    sql`${selectRows(0)} and p.product_id = any(${productIds}::int[])`,
  );
  return rows.map(described);
}

const described = (row: CatalogRow): CatalogRow => ({
  ...row,
  attributes: withColorFamilies(row.attributes),
});

export async function readChanges(tx: Transaction, since: bigint): Promise<number[]> {
  const { rows } = await tx.execute<{ product_id: number }>(
    sql`select distinct product_id from search_changes where transaction_id >= ${since.toString()}::text::xid8`,
  );
  return rows.map((row) => row.product_id);
}

export async function readCategories(tx: Transaction): Promise<CategoryRow[]> {
  const { rows } = await tx.execute<CategoryRow>(
    sql`select category_id as "categoryId", parent_id as "parentId", slug, name from categories order by category_id`,
  );
  return rows;
}
