import type { Money } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';

export interface WishlistEntry {
  readonly productId: number;
  /** UTC, ISO 8601, to the microsecond. */
  readonly addedAt: string;
  readonly addedPrice: Money | null;
}

interface EntryRow {
  product_id: number;
  added_at: string;
  added_price_minor: number | null;
  added_currency: string | null;
}

const entryColumns = sql`w.product_id, w.added_price_minor, w.added_currency,
  to_char(w.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as added_at`;

function entryOf(row: EntryRow): WishlistEntry {
  const { added_price_minor: amount, added_currency: currency } = row;
  return {
    productId: row.product_id,
    addedAt: row.added_at,
    addedPrice: amount === null || currency === null ? null : { amount_minor: amount, currency },
  };
}

function isOf(owner: CartOwner): Statement {
  return owner.kind === 'user'
    ? sql`l.user_id = ${owner.userId}`
    : sql`l.visitor_id = ${owner.visitorId}::uuid`;
}

/** Only listed products. A product that is unlisted disappears from the list, and returns when it is listed again. */
const shownItems = (owner: CartOwner): Statement => sql`
  from wishlists l join wishlist_items w using (wishlist_id) join products p using (product_id)
  where ${isOf(owner)} and w.removed_at is null and p.is_listed`;

export async function findWishlist(
  db: Database,
  owner: CartOwner,
  { limit, after }: { limit: number; after: Pick<WishlistEntry, 'addedAt' | 'productId'> | undefined },
): Promise<WishlistEntry[]> {
  const beyond = after
    ? sql`and (w.added_at, w.product_id) < (${after.addedAt}::timestamptz, ${after.productId}::int)`
    : sql``;
  const { rows } = await db.execute<EntryRow>(sql`
    select ${entryColumns} ${shownItems(owner)} ${beyond}
    order by w.added_at desc, w.product_id desc limit ${limit}`);
  return rows.map(entryOf);
}

export async function countListed(db: Database, owner: CartOwner): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count ${shownItems(owner)}`,
  );
  return rows[0].count;
}

/** Returns the ids of the listed products, the newest first. */
export async function findWishlistIds(db: Database, owner: CartOwner | undefined): Promise<number[]> {
  if (!owner) return [];
  const { rows } = await db.execute<{ product_id: number }>(sql`
    select w.product_id ${shownItems(owner)} order by w.added_at desc, w.product_id desc`);
  return rows.map(({ product_id }) => product_id);
}

/** Locks the owner's list, and creates it if it is missing. Returns undefined if the user does not exist. */
export async function lockWishlist(tx: Transaction, owner: CartOwner): Promise<string | undefined> {
  if (owner.kind === 'user' && !(await holdMember(tx, owner.userId))) return undefined;
  const column = owner.kind === 'user' ? sql`user_id` : sql`visitor_id`;
  const id = owner.kind === 'user' ? sql`${owner.userId}` : sql`${owner.visitorId}::uuid`;
  const { rows } = await tx.execute<{ wishlist_id: string }>(sql`
    insert into wishlists (${column}) values (${id})
    on conflict (${column}) do update set updated_at = now() returning wishlist_id`);
  return rows[0].wishlist_id;
}

/** Locks the owner's list without creating one. Returns undefined if the owner has no list. */
export async function lockOwnWishlist(tx: Transaction, owner: CartOwner): Promise<string | undefined> {
  const { rows } = await tx.execute<{ wishlist_id: string }>(
    sql`select wishlist_id from wishlists l where ${isOf(owner)} for update`,
  );
  return rows[0]?.wishlist_id;
}

export async function findItem(
  tx: Transaction,
  wishlistId: string,
  productId: number,
): Promise<WishlistEntry | undefined> {
  const { rows } = await tx.execute<EntryRow>(sql`
    select ${entryColumns} from wishlist_items w
    where w.wishlist_id = ${wishlistId} and w.product_id = ${productId} and w.removed_at is null`);
  return rows[0] && entryOf(rows[0]);
}

export async function countItems(tx: Transaction, wishlistId: string): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from wishlist_items where wishlist_id = ${wishlistId} and removed_at is null`);
  return rows[0].count;
}

/** Forgets products that were removed too long ago to be restored to their old position. */
async function forgetRemoved(tx: Transaction, wishlistId: string): Promise<void> {
  await tx.execute(sql`
    delete from wishlist_items where wishlist_id = ${wishlistId} and removed_at < now() - interval '10 minutes'`);
}

export async function insertItem(tx: Transaction, wishlistId: string, productId: number): Promise<void> {
  await forgetRemoved(tx, wishlistId);
  await tx.execute(sql`
    insert into wishlist_items (wishlist_id, product_id, added_at, added_price_minor, added_currency)
    select ${wishlistId}::uuid, product_id, clock_timestamp(), price_minor, currency
    from products where product_id = ${productId}
    on conflict (wishlist_id, product_id) do update set removed_at = null`);
}

export async function markRemoved(tx: Transaction, wishlistId: string, productId: number): Promise<void> {
  await tx.execute(sql`
    update wishlist_items set removed_at = now()
    where wishlist_id = ${wishlistId} and product_id = ${productId} and removed_at is null`);
}

/** Returns the ids of all products, including those that are not listed at the moment. */
export async function findWishedIds(tx: Transaction, wishlistId: string): Promise<number[]> {
  const { rows } = await tx.execute<{ product_id: number }>(
    sql`select product_id from wishlist_items where wishlist_id = ${wishlistId} and removed_at is null`,
  );
  return rows.map(({ product_id }) => product_id);
}

export async function hasWishlist(tx: Transaction, owner: CartOwner): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from wishlists l where ${isOf(owner)}`);
  return rows.length > 0;
}

/** Moves the products that the other list does not have, even beyond the limit. Returns the moved products. */
export async function moveItems(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<number[]> {
  await forgetRemoved(tx, to);
  const { rows } = await tx.execute<{ product_id: number }>(sql`
    insert into wishlist_items as mine (wishlist_id, product_id, added_at, added_price_minor, added_currency)
    select ${to}::uuid, product_id, added_at, added_price_minor, added_currency
    from wishlist_items where wishlist_id = ${from} and removed_at is null
    on conflict (wishlist_id, product_id) do update set removed_at = null where mine.removed_at is not null
    returning mine.product_id`);
  await tx.execute(sql`delete from wishlists where wishlist_id = ${from}`);
  return rows.map(({ product_id }) => product_id);
}

/** Deletes lists in batches. Returns how many it deleted. */
export async function sweepVisitorWishlists(
  db: Database,
  { unchangedSince, limit }: { unchangedSince: Date; limit: number },
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from wishlists where wishlist_id in (
      select wishlist_id from wishlists where user_id is null and updated_at < ${unchangedSince.toISOString()}
      order by updated_at limit ${limit} for update skip locked)`);
  return rowCount ?? 0;
}

export async function sweepRemovedItems(db: Database, removedBefore: Date): Promise<void> {
  await db.execute(sql`delete from wishlist_items where removed_at < ${removedBefore.toISOString()}`);
}
