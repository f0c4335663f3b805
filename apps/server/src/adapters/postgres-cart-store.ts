/**
 * @file Carts in PostgreSQL. A change locks the cart's row, so concurrent changes happen one after the other. Two carts are locked in a
 * fixed order. An empty cart that was never written has no row.
 */

import { type Database, type Transaction, withTransaction } from '../platform/postgres/database.ts';
import { holdMember } from '../platform/postgres/hold-member.ts';
import { type Statement, sql } from '../platform/postgres/sql.ts';
import { utcTime } from '../platform/postgres/utc-time.ts';
import {
  type CartOwner,
  CartOwnerGoneError,
  type CartStore,
  emptyCart,
  type StoredCart,
  type StoredCartLine,
} from '../ports/cart-store.ts';

/** A cart with its version, which grows with every change and is 0 if the cart does not exist. */
export interface VersionedCart {
  readonly cart: StoredCart;
  readonly version: number;
}

type Pair<T> = readonly [T, T];

/** The store that a cache in front of the carts needs. */
export interface VersionedCartStore extends CartStore {
  readVersioned(owner: CartOwner): Promise<VersionedCart>;
  updateVersioned(owner: CartOwner, change: (cart: StoredCart) => StoredCart): Promise<VersionedCart>;
  updateBothVersioned(
    owners: Pair<CartOwner>,
    change: (carts: Pair<StoredCart>) => Pair<StoredCart>,
  ): Promise<Pair<VersionedCart>>;
}

interface CartRow {
  cart_id: string;
  promo_codes: string[];
  country: string | null;
  merged_item_count: number | null;
  version: number;
}

interface LineRow {
  product_id: number;
  quantity: number;
  seen_price_minor: number;
  currency: string;
  added_at: string;
  search_id: string | null;
}

type LineTable = 'cart_lines' | 'saved_lines';

const cartColumns = sql`cart_id, promo_codes, country, merged_item_count, version::float8 as version`;

interface FoundCart extends VersionedCart {
  readonly cartId: string;
}

/** Another request created the cart after this one looked for it. */
class CartAppeared extends Error {}

export function createPostgresCartStore(db: Database): VersionedCartStore {
  /** Reads in one statement, so that the lines belong to the version. */
  async function readVersioned(owner: CartOwner): Promise<VersionedCart> {
    const all = (table: LineTable) =>
      sql`coalesce((select json_agg(line) from (${linesOf(table, sql`carts.cart_id`)}) as line), '[]')`;
    const { rows } = await db.execute<CartRow & { lines: LineRow[]; saved: LineRow[] }>(sql`
      select ${cartColumns}, ${all('cart_lines')} as lines, ${all('saved_lines')} as saved
      from carts where ${isOf(owner)}`);
    return rows[0] ? found(rows[0], rows[0]) : { cart: emptyCart, version: 0 };
  }

  async function changeAll<Carts extends readonly StoredCart[]>(
    owners: readonly CartOwner[],
    change: (carts: Carts) => Carts,
  ): Promise<VersionedCart[]> {
    const lockOrder = owners
      .map((_, place) => place)
      .sort((a, b) => (nameOf(owners[a]) < nameOf(owners[b]) ? -1 : 1));
    for (;;) {
      try {
        return await withTransaction(db, async (tx) => {
          const before: (FoundCart | undefined)[] = owners.map(() => undefined);
          for (const place of lockOrder) before[place] = await lock(tx, owners[place]);
          // A missing cart may have been created while this transaction waited for the other cart's lock.
          for (const place of lockOrder.slice(0, -1))
            if (!before[place] && (await exists(tx, owners[place]))) throw new CartAppeared();
          const after = change(before.map((one) => one?.cart ?? emptyCart) as readonly StoredCart[] as Carts);
          const saved: VersionedCart[] = [];
          for (const place of lockOrder)
            saved[place] = await save(tx, owners[place], before[place], after[place]);
          return saved;
        });
      } catch (error) {
        if (!(error instanceof CartAppeared)) throw error;
      }
    }
  }

  const updateVersioned: VersionedCartStore['updateVersioned'] = async (owner, change) => {
    const [saved] = await changeAll<readonly [StoredCart]>([owner], ([cart]) => [change(cart)]);
    return saved;
  };
  const updateBothVersioned: VersionedCartStore['updateBothVersioned'] = async (owners, change) => {
    const [first, second] = await changeAll<Pair<StoredCart>>(owners, change);
    return [first, second];
  };

  return {
    readVersioned,
    updateVersioned,
    updateBothVersioned,
    read: async (owner) => (await readVersioned(owner)).cart,
    update: async (owner, change) => (await updateVersioned(owner, change)).cart,
    async updateBoth(owners, change) {
      const [first, second] = await updateBothVersioned(owners, change);
      return [first.cart, second.cart];
    },
    async forget() {},
    degradation: () => undefined,
    async close() {},
  };
}

function nameOf(owner: CartOwner): string {
  return owner.kind === 'user' ? `user:${owner.userId}` : `visitor:${owner.visitorId}`;
}

function isOf(owner: CartOwner): Statement {
  return owner.kind === 'user' ? sql`user_id = ${owner.userId}` : sql`visitor_id = ${owner.visitorId}::uuid`;
}

function linesOf(table: LineTable, cartId: Statement | string): Statement {
  return sql`
    select product_id, quantity, seen_price_minor, currency,
      ${utcTime(sql`added_at`)} as added_at, search_id
    from ${sql.identifier(table)} as l where l.cart_id = ${cartId} order by l.added_at, product_id`;
}

function lineOf(row: LineRow): StoredCartLine {
  return {
    productId: row.product_id,
    quantity: row.quantity,
    seenPriceMinor: row.seen_price_minor,
    currency: row.currency,
    addedAt: row.added_at,
    ...(row.search_id !== null && { searchId: row.search_id }),
  };
}

function found(
  row: CartRow,
  { lines, saved }: { lines: readonly LineRow[]; saved: readonly LineRow[] },
): FoundCart {
  return {
    cartId: row.cart_id,
    version: row.version,
    cart: {
      lines: lines.map(lineOf),
      saved: saved.map(lineOf),
      promoCodes: row.promo_codes,
      country: row.country,
      mergedItemCount: row.merged_item_count,
    },
  };
}

/** Reads the lines in a separate statement, which sees what the previous holder of the lock committed. */
async function lock(tx: Transaction, owner: CartOwner): Promise<FoundCart | undefined> {
  const { rows } = await tx.execute<CartRow>(sql`
    select ${cartColumns} from carts where ${isOf(owner)} for update`);
  if (!rows[0]) return undefined;
  const { cart_id: cartId } = rows[0];
  const { rows: lines } = await tx.execute<LineRow>(linesOf('cart_lines', cartId));
  const { rows: saved } = await tx.execute<LineRow>(linesOf('saved_lines', cartId));
  return found(rows[0], { lines, saved });
}

/** Does not wait for the cart's lock, which would break the order of locks. */
async function exists(tx: Transaction, owner: CartOwner): Promise<boolean> {
  return (await tx.execute(sql`select from carts where ${isOf(owner)}`)).rows.length > 0;
}

async function save(
  tx: Transaction,
  owner: CartOwner,
  before: FoundCart | undefined,
  after: StoredCart,
): Promise<VersionedCart> {
  const was = before?.cart ?? emptyCart;
  if (JSON.stringify(was) === JSON.stringify(after)) return { cart: was, version: before?.version ?? 0 };
  const { cartId, version } = before ?? (await create(tx, owner));
  await tx.execute(sql`
    update carts set promo_codes = ${after.promoCodes}::text[], country = ${after.country},
      merged_item_count = ${after.mergedItemCount}, version = ${version + 1}, updated_at = now()
    where cart_id = ${cartId}`);
  await saveLines(tx, 'cart_lines', { cartId, was: was.lines, after: after.lines });
  await saveLines(tx, 'saved_lines', { cartId, was: was.saved, after: after.saved });
  const cart = { ...after, lines: after.lines.toSorted(byAge), saved: after.saved.toSorted(byAge) };
  return { cart, version: version + 1 };
}

function byAge(a: StoredCartLine, b: StoredCartLine): number {
  return a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : a.productId - b.productId;
}

async function saveLines(
  tx: Transaction,
  table: LineTable,
  {
    cartId,
    was,
    after,
  }: { cartId: string; was: readonly StoredCartLine[]; after: readonly StoredCartLine[] },
): Promise<void> {
  const wasOf = new Map(was.map((line) => [line.productId, JSON.stringify(line)]));
  const changed = after.filter((line) => wasOf.get(line.productId) !== JSON.stringify(line));
  const kept = after.map(({ productId }) => productId);
  if (changed.length === 0 && kept.length === was.length) return;
  const name = sql.identifier(table);
  await tx.execute(sql`
    with removed as (
      delete from ${name} where cart_id = ${cartId} and product_id <> all(${kept}::int[])
    )
    insert into ${name} (cart_id, product_id, quantity, seen_price_minor, currency, added_at, search_id)
    select ${cartId}::uuid, * from unnest(
      ${changed.map(({ productId }) => productId)}::int[],
      ${changed.map(({ quantity }) => quantity)}::int[],
      ${changed.map(({ seenPriceMinor }) => seenPriceMinor)}::int[],
      ${changed.map(({ currency }) => currency)}::text[],
      ${changed.map(({ addedAt }) => addedAt)}::timestamptz[],
      ${changed.map(({ searchId }) => searchId ?? null)}::uuid[])
    on conflict (cart_id, product_id) do update set quantity = excluded.quantity,
      seen_price_minor = excluded.seen_price_minor, currency = excluded.currency, added_at = excluded.added_at,
      search_id = excluded.search_id`);
}

/** Versions start with the current time, so a cart that was deleted and created again starts above its old versions. */
async function create(tx: Transaction, owner: CartOwner): Promise<{ cartId: string; version: number }> {
  if (owner.kind === 'user' && !(await holdMember(tx, owner.userId)))
    throw new CartOwnerGoneError(`The user ${owner.userId} does not exist.`);
  const { rows } = await tx.execute<{ cart_id: string; version: number }>(sql`
    insert into carts (user_id, visitor_id, version)
    values (${owner.kind === 'user' ? owner.userId : null}, ${owner.kind === 'visitor' ? owner.visitorId : null}::uuid,
      (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict do nothing returning cart_id, version::float8 as version`);
  if (!rows[0]) throw new CartAppeared();
  return { cartId: rows[0].cart_id, version: rows[0].version };
}
