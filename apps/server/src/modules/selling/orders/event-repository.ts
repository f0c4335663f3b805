import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { OrderEvent } from './order.ts';

/** Returns an order's history after an event, the oldest event first. */
export async function findEventsAfter(
  db: Database,
  { orderId, eventId, limit }: { orderId: string; eventId: string; limit: number },
): Promise<OrderEvent[]> {
  const { rows } = await db.execute<OrderEvent>(sql`
    select event_id::text as "eventId", kind, data, status,
      payment_status as "paymentStatus", fulfilment_status as "fulfilmentStatus",
      ${utcTime(sql`happened_at`)} as "happenedAt"
    from order_events where order_id = ${orderId} and event_id > ${eventId}::bigint
    order by order_events.event_id limit ${limit}`);
  return rows;
}
