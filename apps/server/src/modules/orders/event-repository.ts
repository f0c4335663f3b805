import { sql } from 'drizzle-orm';
import type { Database } from '../../platform/postgres/database.ts';

export interface OrderEventRecord extends Record<string, unknown> {
  /** A 64-bit integer as text; grows. */
  event_id: string;
  kind: string;
  happened_at: string;
  data: Record<string, unknown>;
}

/** An order's history after an event, oldest first. */
export async function findEventsAfter(
  db: Database,
  { orderId, eventId, limit }: { orderId: string; eventId: string; limit: number },
): Promise<OrderEventRecord[]> {
  const { rows } = await db.execute<OrderEventRecord>(sql`
    select event_id::text, kind, data,
      to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as happened_at
    from order_events where order_id = ${orderId} and event_id > ${eventId}::bigint
    order by order_events.event_id limit ${limit}`);
  return rows;
}
