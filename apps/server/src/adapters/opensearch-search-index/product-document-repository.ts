import { type Database, type Transaction, withTransaction } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { documentOf, type ProductDocument } from './product-document.ts';

export interface ProductRow {
  readonly product_id: number;
  readonly parent_asin: string;
  readonly title: string;
  readonly subject: string;
  readonly name: string;
  readonly subject_words: number;
  readonly beside: string;
  readonly brand: string | null;
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly main_category: string | null;
  readonly category_id: number | null;
  readonly body: string;
  readonly price_minor: number | null;
  readonly currency: string | null;
  readonly average_rating: number | null;
  readonly rating_count: number;
  readonly bayesian_rating: number;
  readonly day: number | null;
  readonly in_stock: boolean;
}

export interface CategoryRow {
  readonly category_id: number;
  readonly parent_id: number | null;
  readonly slug: string;
  readonly name: string;
}

export interface ProductsAtOnce {
  readonly documents: ReadonlyMap<number, ProductDocument>;
  /** Grows with time: what was read later has a higher one, or an equal one. */
  readonly version: number;
}

export const productsAtOnce = 500;

/** Those of `productIds` that are listed. */
export const readProductsOf = (db: Database, productIds: readonly number[]): Promise<ProductsAtOnce> =>
  read(db, sql`p.product_id = any(${productIds}::int[])`);

/** The listed products after `productId`, the first `productsAtOnce` of them. */
export const readProductsAfter = (db: Database, productId: number): Promise<ProductsAtOnce> =>
  read(db, sql`p.product_id > ${productId}`);

function read(db: Database, condition: Statement): Promise<ProductsAtOnce> {
  return withTransaction(
    db,
    async (tx) => {
      const { rows } = await tx.execute<ProductRow>(sql`
        select p.product_id, p.parent_asin, left(p.title, 2000) as title, p.brand, p.attributes, p.main_category, p.category_id,
          told.subject, told.name, told.subject_words, told.beside, told.body,
          p.price_minor, p.currency, p.average_rating, p.rating_count, p.bayesian_rating,
          p.date_first_available - date '1970-01-01' as day,
          p.price_minor is not null and coalesce(i.on_hand - i.reserved, 0) > 0 as in_stock
        from products p left join inventory i using (product_id) cross join lateral search_texts(p.title, p.brand, p.color, p.features, p.description) as told
        where ${condition} and p.is_listed order by p.product_id limit ${productsAtOnce}`);
      const categories = await readCategories(tx, rows);
      return {
        documents: new Map(rows.map((row) => [row.product_id, documentOf(row, categories)])),
        version: await readVersion(tx),
      };
    },
    { isolationLevel: 'repeatable read', isReadOnly: true },
  );
}

/** Those of the products, and all above them. */
async function readCategories(
  tx: Transaction,
  products: readonly ProductRow[],
): Promise<ReadonlyMap<number, CategoryRow>> {
  const ids = [...new Set(products.flatMap(({ category_id }) => category_id ?? []))];
  const { rows } = await tx.execute<CategoryRow>(sql`
    with recursive path as (
      select category_id, parent_id, slug, name from categories where category_id = any(${ids}::int[])
      union
      select c.category_id, c.parent_id, c.slug, c.name from categories c join path on c.category_id = path.parent_id
    )
    select * from path`);
  return new Map(rows.map((row) => [row.category_id, row]));
}

/**
 * Of two snapshots the later one has the higher end; when both have the same, fewer transactions are open in it. Below 2^53 for
 * nine million million transactions.
 */
async function readVersion(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ version: string }>(sql`
    select (pg_snapshot_xmax(s)::text::bigint * 1024
      - least(1023, (select count(*) from pg_snapshot_xip(s))))::text as version
    from pg_current_snapshot() as s`);
  return Number(rows[0].version);
}

export async function countListedProducts(db: Database): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from products where is_listed`,
  );
  return rows[0].count;
}
