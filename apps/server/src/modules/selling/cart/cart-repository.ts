import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';

export interface LockedCart {
  readonly cartId: string;
  readonly lines: readonly {
    readonly productId: number;
    readonly quantity: number;
    readonly searchId: string | null;
  }[];
  readonly promoCodes: readonly string[];
}

/** Locks the cart for a checkout, until the transaction ends. An owner without a cart gets an empty one. */
export async function lockCart(tx: Transaction, owner: CartOwner): Promise<LockedCart> {
  const column = owner.kind === 'user' ? sql`user_id` : sql`visitor_id`;
  const id = owner.kind === 'user' ? sql`${owner.userId}` : sql`${owner.visitorId}::uuid`;
  // The update locks the row, and returns it whether or not it existed before.
  const { rows } = await tx.execute<{ cart_id: string; promo_codes: string[] }>(sql`
    insert into carts (${column}, version) values (${id}, (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict (${column}) do update set version = carts.version returning cart_id, promo_codes`);
  const { cart_id: cartId, promo_codes: promoCodes } = rows[0];
  const { rows: lines } = await tx.execute<{
    product_id: number;
    quantity: number;
    search_id: string | null;
  }>(sql`
    select product_id, quantity, search_id from cart_lines where cart_id = ${cartId} order by added_at, product_id`);
  return {
    cartId,
    promoCodes,
    lines: lines.map(({ product_id, quantity, search_id }) => ({
      productId: product_id,
      quantity,
      searchId: search_id,
    })),
  };
}

/** Deletes old carts of visitors in batches. Returns how many it deleted. */
export async function sweepVisitorCarts(
  db: Database,
  { unchangedSince, limit }: { unchangedSince: Date; limit: number },
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from carts where cart_id in (
      select cart_id from carts where user_id is null and updated_at < ${unchangedSince.toISOString()}
      order by updated_at limit ${limit} for update skip locked)`);
  return rowCount ?? 0;
}
