import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/postgres/database.ts';

export interface WishlistEntry {
  readonly productId: number;
  /** UTC, ISO 8601, to the microsecond. */
  readonly addedAt: string;
}

interface EntryRow extends Record<string, unknown> {
  product_id: number;
  added_at: string;
}

const addedAt = sql`to_char(w.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as added_at`;

function entryOf({ product_id, added_at }: EntryRow): WishlistEntry {
  return { productId: product_id, addedAt: added_at };
}

/** Listed products only: what is not shown elsewhere is not shown here, and comes back with it. */
export async function findWishlist(
  db: Database,
  userId: string,
  { limit, after }: { limit: number; after: WishlistEntry | undefined },
): Promise<WishlistEntry[]> {
  const beyond = after
    ? sql`and (w.added_at, w.product_id) < (${after.addedAt}::timestamptz, ${after.productId}::int)`
    : sql``;
  const { rows } = await db.execute<EntryRow>(sql`
    select w.product_id, ${addedAt}
    from wishlist_items w join products p using (product_id)
    where w.user_id = ${userId} and p.is_listed ${beyond}
    order by w.added_at desc, w.product_id desc limit ${limit}`);
  return rows.map(entryOf);
}

export async function countListed(db: Database, userId: string): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from wishlist_items w join products p using (product_id)
    where w.user_id = ${userId} and p.is_listed`);
  return rows[0].count;
}

/** One change of somebody's list at a time. False: there is no such user. */
export async function lockOwner(tx: Transaction, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from users where user_id = ${userId} and erased_at is null for no key update`,
  );
  return rows.length > 0;
}

export async function findItem(
  tx: Transaction,
  userId: string,
  productId: number,
): Promise<WishlistEntry | undefined> {
  const { rows } = await tx.execute<EntryRow>(sql`
    select w.product_id, ${addedAt} from wishlist_items w
    where w.user_id = ${userId} and w.product_id = ${productId}`);
  return rows[0] && entryOf(rows[0]);
}

export async function countItems(tx: Transaction, userId: string): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from wishlist_items where user_id = ${userId}`,
  );
  return rows[0].count;
}

export async function insertItem(tx: Transaction, userId: string, productId: number): Promise<void> {
  await tx.execute(sql`
    insert into wishlist_items (user_id, product_id, added_at) values (${userId}, ${productId}, clock_timestamp())`);
}

export async function deleteItem(db: Database, userId: string, productId: number): Promise<void> {
  await db.execute(sql`delete from wishlist_items where user_id = ${userId} and product_id = ${productId}`);
}
