import { type Database, type Transaction, withTransaction } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { documentOf, type ItemDocument } from './item-document.ts';

export interface ProductRow {
  readonly item_id: number;
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
  readonly percent_off: number;
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

export interface ItemsAtOnce {
  /** The items that were read, in rising order: the first of the requested ones. Empty if none was left. */
  readonly itemIds: readonly number[];
  /** The documents of the items that have listed products. */
  readonly documents: ReadonlyMap<number, ItemDocument>;
  readonly products: number;
  /** Never falls: a later reading has a higher or an equal version. */
  readonly version: number;
}

/** The approximate size of a batch. The last group is read whole. */
const productsAtOnce = 500;

/** Returns, in rising order, the items of these products. A product that left a group was reported with that group (migration 0032). */
export async function readItemIds(db: Database, productIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.execute<{ item_id: number }>(sql`
    select product_id as item_id from unnest(${productIds}::int[]) as product_id
    union select group_id from products where product_id = any(${productIds}::int[]) and group_id is not null order by item_id`);
  return rows.map(({ item_id }) => item_id);
}

/** Reads the first of `itemIds`, which are in rising order. */
export const readItemsOf = (db: Database, itemIds: readonly number[]): Promise<ItemsAtOnce> =>
  read(db, sql`unnest(${itemIds.slice(0, productsAtOnce)}::int[]) as item_id`);

/** Reads the first items after `itemId`. An item has the number of a product. */
export const readItemsAfter = (db: Database, itemId: number): Promise<ItemsAtOnce> =>
  read(
    db,
    sql`(select product_id as item_id from products where product_id > ${itemId} order by product_id limit ${productsAtOnce}) as first`,
  );

function read(db: Database, asked: Statement): Promise<ItemsAtOnce> {
  return withTransaction(
    db,
    async (tx) => {
      const itemIds = await readFirst(tx, asked);
      const { rows } = await tx.execute<ProductRow>(sql`
        select coalesce(p.group_id, p.product_id) as item_id, p.product_id, p.parent_asin, left(p.title, 2000) as title, p.brand, p.attributes,
          p.main_category, p.category_id, told.subject, told.name, told.subject_words, told.beside, told.body,
          p.price_minor, p.currency, coalesce(p.percent_off, 0) as percent_off, p.average_rating, p.rating_count, p.bayesian_rating,
          p.date_first_available - date '1970-01-01' as day,
          p.price_minor is not null and coalesce(i.on_hand - i.reserved, 0) > 0 as in_stock
        from products p left join inventory i using (product_id) cross join lateral search_texts(p.title, p.brand, p.color, p.features, p.description) as told
        where (p.group_id = any(${itemIds}::int[]) or (p.group_id is null and p.product_id = any(${itemIds}::int[]))) and p.is_listed
        order by p.product_id`);
      const categories = await readCategories(tx, rows);
      const items = Map.groupBy(rows, ({ item_id }) => item_id);
      return {
        itemIds,
        documents: new Map(
          Array.from(items, ([itemId, [first, ...others]]) => [
            itemId,
            documentOf([first!, ...others], categories),
          ]),
        ),
        products: rows.length,
        version: await readVersion(tx),
      };
    },
    { isolationLevel: 'repeatable read', isReadOnly: true },
  );
}

/** Reads items until they have `productsAtOnce` products, and at least one item, however large its group is. */
async function readFirst(tx: Transaction, asked: Statement): Promise<number[]> {
  const { rows } = await tx.execute<{ item_id: number }>(sql`
    select item_id from (
      select item_id, sum(members) over (order by item_id) - members as before
      from ${asked} cross join lateral (select greatest(1, count(*)) as members from products p where p.group_id = item_id and p.is_listed) as grouped
    ) as sized
    where before < ${productsAtOnce} order by item_id`);
  return rows.map(({ item_id }) => item_id);
}

/** Reads the categories of the products, and all categories above them. */
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
 * A later snapshot has a higher end, or the same end and fewer open transactions. The version stays below 2^53 for nine million million
 * transactions.
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
