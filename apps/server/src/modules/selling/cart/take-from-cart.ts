import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';

/** Removes the bought products, the used codes and the notice of a merge from the cart. Products that were added meanwhile stay. */
export async function takeFromCart(
  tx: Transaction,
  owner: CartOwner,
  bought: {
    lines: readonly { productId: number; quantity: number }[];
    promoCodes: readonly string[];
  },
): Promise<void> {
  const belongs =
    owner.kind === 'user' ? sql`user_id = ${owner.userId}` : sql`visitor_id = ${owner.visitorId}::uuid`;
  const { rows } = await tx.execute<{ cart_id: string }>(sql`
    update carts set version = version + 1, updated_at = now(), merged_item_count = null, promo_codes = (
      select coalesce(array_agg(code), '{}') from unnest(promo_codes) as code
      where code <> all(${bought.promoCodes}::text[]))
    where ${belongs} returning cart_id`);
  if (!rows[0]) return;
  const cartId = rows[0].cart_id;
  const lines = sql`jsonb_to_recordset(${JSON.stringify(bought.lines)}::jsonb) as b ("productId" int, quantity int)`;
  await tx.execute(sql`
    delete from cart_lines l using ${lines}
    where l.cart_id = ${cartId} and l.product_id = b."productId" and l.quantity <= b.quantity`);
  await tx.execute(sql`
    update cart_lines l set quantity = l.quantity - b.quantity from ${lines}
    where l.cart_id = ${cartId} and l.product_id = b."productId" and l.quantity > b.quantity`);
}
