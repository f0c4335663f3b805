import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { OrderReturn, ReturnReason, StockedLine } from './order.ts';
import type { ReturnStatus } from './return-states.ts';

/** Returns the return's id. */
export async function insertReturn(
  tx: Transaction,
  asked: {
    readonly orderId: string;
    readonly reason: ReturnReason;
    readonly note: string;
    readonly lines: readonly StockedLine[];
  },
): Promise<string> {
  const { rows } = await tx.execute<{ return_id: string }>(sql`
    insert into returns (order_id, reason, note) values (${asked.orderId}, ${asked.reason}, ${asked.note})
    returning return_id`);
  const { return_id } = rows[0];
  await tx.execute(sql`
    insert into return_lines (return_id, order_id, product_id, quantity)
    select ${return_id}, ${asked.orderId}, "productId", quantity
    from jsonb_to_recordset(${JSON.stringify(asked.lines)}::jsonb) as l ("productId" int, quantity int)`);
  return return_id;
}

export async function updateReturn(
  tx: Transaction,
  returnId: string,
  change: { readonly status?: ReturnStatus; readonly answer?: string; readonly refundId?: string },
): Promise<void> {
  await tx.execute(sql`
    update returns set status = coalesce(${change.status ?? null}::return_status, status),
      answer = coalesce(${change.answer ?? null}, answer),
      refund_id = coalesce(${change.refundId ?? null}::uuid, refund_id), updated_at = now()
    where return_id = ${returnId}`);
}

export interface ListedReturn extends OrderReturn {
  readonly orderId: string;
  readonly orderNumber: string;
}

/** Lists the returns of all orders, the oldest first. */
export async function listReturns(
  db: Database,
  query: { status?: ReturnStatus | undefined; limit: number; cursor?: string | undefined },
): Promise<{ returns: ListedReturn[]; nextCursor: string | null }> {
  const [time, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['time', 'uuid']);
  const { rows } = await db.execute<ListedReturn & { sort_key: string }>(sql`
    select t.return_id as "returnId", t.order_id as "orderId", o.order_number as "orderNumber", t.status, t.reason, t.note,
      t.answer, t.refund_id as "refundId", ${utcTime(sql`t.requested_at`)} as "requestedAt",
      ${utcTime(sql`t.updated_at`)} as "updatedAt",
      (select json_agg(json_build_object('productId', l.product_id, 'quantity', l.quantity) order by l.product_id)
        from return_lines l where l.return_id = t.return_id) as lines,
      to_char(t.requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from returns t join orders o using (order_id)
    where ${query.status === undefined ? sql`true` : sql`t.status = ${query.status}`}
      and ${time === undefined ? sql`true` : sql`(t.requested_at, t.return_id) > (${time}::timestamptz, ${id}::uuid)`}
    order by t.requested_at, t.return_id limit ${query.limit + 1}`);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    returns: page,
    nextCursor: last && rows.length > query.limit ? encodeCursor([last.sort_key, last.returnId]) : null,
  };
}
