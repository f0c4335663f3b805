import type { Database } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';

export interface Delivered {
  readonly productId: number;
  readonly deliveredAt: string;
}

/** Listed products that the user paid for, received and has not reviewed. A review of one is a verified purchase. */
const reviewable = (userId: string): Statement => sql`
  select l.product_id, max(s.delivered_at) as delivered_at
  from orders o join shipments s using (order_id) join shipment_lines l using (shipment_id)
    join products p using (product_id)
  where o.user_id = ${userId} and s.delivered_at is not null and o.status <> 'Cancelled'
    and o.payment_status in ('paid', 'partly-refunded') and p.is_listed
    and not exists (select from reviews r where r.user_id = ${userId} and r.product_id = l.product_id)
  group by l.product_id`;

export async function findReviewable(
  db: Database,
  userId: string,
  limit: number,
): Promise<{ delivered: Delivered[]; total: number }> {
  const { rows } = await db.execute<{ product_id: number; delivered_at: string; total: number }>(sql`
    select product_id, ${utcTime(sql`delivered_at`)} as delivered_at, count(*) over ()::int as total
    from (${reviewable(userId)}) as delivered
    order by delivered.delivered_at desc, product_id limit ${limit}`);
  return {
    delivered: rows.map((row) => ({ productId: row.product_id, deliveredAt: row.delivered_at })),
    total: rows[0]?.total ?? 0,
  };
}
