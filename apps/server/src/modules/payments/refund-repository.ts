import { type SQL, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import type { Refund } from './payment.ts';

interface RefundRow extends Record<string, unknown> {
  refund_id: string;
  order_id: string;
  payment_id: string;
  amount_minor: number;
  status: Refund['status'];
  payment_reference: string | null;
}

/** Gives the refund's id. */
export async function insertRefund(
  tx: Transaction,
  refund: Pick<Refund, 'amountMinor' | 'orderId' | 'paymentId' | 'status'> & {
    readonly reason: string;
    readonly lines: readonly { productId: number; quantity: number }[];
    readonly restock: boolean;
  },
): Promise<string> {
  const lines = refund.lines.map(({ productId, quantity }) => ({ product_id: productId, quantity }));
  const { rows } = await tx.execute<{ refund_id: string }>(sql`
    insert into refunds (order_id, payment_id, amount_minor, reason, lines, restock, status)
    values (${refund.orderId}, ${refund.paymentId}, ${refund.amountMinor}, ${refund.reason},
      ${JSON.stringify(lines)}::jsonb, ${refund.restock}, ${refund.status})
    returning refund_id`);
  return rows[0].refund_id;
}

async function one(db: Database | Transaction, refundId: string, lock: SQL): Promise<Refund | undefined> {
  const { rows } = await db.execute<RefundRow>(sql`
    select r.refund_id, r.order_id, r.payment_id, r.amount_minor::float8, r.status, p.reference as payment_reference
    from refunds r join payments p using (payment_id) where r.refund_id = ${refundId} ${lock}`);
  const [row] = rows;
  return (
    row && {
      refundId: row.refund_id,
      orderId: row.order_id,
      paymentId: row.payment_id,
      amountMinor: row.amount_minor,
      status: row.status,
      paymentReference: row.payment_reference,
    }
  );
}

export function findRefund(db: Database, refundId: string): Promise<Refund | undefined> {
  return one(db, refundId, sql``);
}

export function lockRefund(tx: Transaction, refundId: string): Promise<Refund | undefined> {
  return one(tx, refundId, sql`for update of r`);
}

export async function updateRefund(
  tx: Transaction,
  refundId: string,
  change: { status: Refund['status']; reference?: string; failureCode?: string },
): Promise<void> {
  await tx.execute(sql`
    update refunds set status = ${change.status}, reference = coalesce(${change.reference ?? null}, reference),
      failure_code = coalesce(${change.failureCode ?? null}, failure_code), updated_at = now()
    where refund_id = ${refundId}`);
}
