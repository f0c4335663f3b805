import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export interface ProductCounts {
  on_hand: number;
  reserved: number;
  views: number;
  clicks: number;
  units_sold: number;
}

/** Returns the stock of a product and what people did with it since a moment, or undefined if the shop never had it. */
export async function findProductCounts(
  db: Database,
  { productId, since }: { productId: number; since: Date },
): Promise<ProductCounts | undefined> {
  const from = sql`${since.toISOString()}::timestamptz`;
  const { rows } = await db.execute<ProductCounts>(sql`
    select coalesce(i.on_hand, 0) as on_hand, coalesce(i.reserved, 0) as reserved, deeds.views, deeds.clicks, sold.units as units_sold
    from products p left join inventory i using (product_id)
    cross join lateral (
      select count(*) filter (where e.kind = 'view')::int as views, count(*) filter (where e.kind = 'click')::int as clicks
      from events e where e.product_id = p.product_id and e.occurred_at >= ${from} and e.actor = 'person'
    ) as deeds
    cross join lateral (
      select coalesce(sum(l.quantity), 0)::int as units
      from order_lines l join orders o using (order_id)
      where l.product_id = p.product_id and o.created_at >= ${from} and o.payment_status in ('paid', 'partly-refunded')
    ) as sold
    where p.product_id = ${productId}`);
  return rows[0];
}
