/** @file Notices for the products of a watched wishlist. */

import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { canBeBought } from './notice-repository.ts';

/** Adds notices for products that were added to a wishlist. It does nothing if the wishlist is not watched. */
export async function watchWished(
  tx: Transaction,
  { userId, productIds }: { userId: string; productIds: readonly number[] },
): Promise<void> {
  if (productIds.length === 0) return;
  await tx.execute(sql`
    insert into product_notices
      (recipient_id, product_id, kind, of_wishlist, was_gone, price_minor, currency, confirmed_at)
    select r.recipient_id, p.product_id, k.kind, true, k.kind = 'back-in-stock' and not ${canBeBought},
      case k.kind when 'price-drop' then p.price_minor end, case k.kind when 'price-drop' then p.currency end, now()
    from notice_recipients r, products p left join inventory i using (product_id),
      unnest(enum_range(null::notice_kind)) as k (kind)
    where r.user_id = ${userId} and r.watches_wishlist
      and p.product_id = any(${productIds}::int[])
    on conflict (recipient_id, product_id, kind, of_wishlist) do nothing`);
}

/** Removes the notices for a product that left the list, or for all products if none is named. */
export async function unwatchWished(
  tx: Transaction,
  { userId, productId }: { userId: string; productId?: number },
): Promise<void> {
  const one = productId === undefined ? sql`` : sql`and n.product_id = ${productId}`;
  await tx.execute(sql`
    delete from product_notices n using notice_recipients r
    where r.recipient_id = n.recipient_id and r.user_id = ${userId} and n.of_wishlist ${one}`);
}
