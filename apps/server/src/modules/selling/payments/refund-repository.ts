import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { Refund, RefundedLine } from './payment.ts';

interface RefundRow {
  refund_id: string;
  order_id: string;
  amount_minor: number;
  status: Refund['status'];
  restock: boolean;
  is_restocked: boolean;
  reference: string | null;
  payment_reference: string | null;
  lines: RefundedLine[];
}

/** Returns the refund's id. */
export async function insertRefund(
  tx: Transaction,
  refund: Pick<Refund, 'amountMinor' | 'lines' | 'orderId' | 'restock'> & {
    readonly paymentId: string;
    readonly reason: string;
    /** The provider's reference, for a refund that was made in its dashboard. */
    readonly reference?: string;
  },
): Promise<string> {
  const { rows } = await tx.execute<{ refund_id: string }>(sql`
    insert into refunds (order_id, payment_id, amount_minor, reason, restock, reference)
    values (${refund.orderId}, ${refund.paymentId}, ${refund.amountMinor}, ${refund.reason}, ${refund.restock},
      ${refund.reference ?? null})
    returning refund_id`);
  const { refund_id } = rows[0];
  if (refund.lines.length > 0)
    await tx.execute(sql`
      insert into refund_lines (refund_id, order_id, product_id, withheld, returned, kept)
      select ${refund_id}, ${refund.orderId}, "productId", withheld, returned, kept
      from jsonb_to_recordset(${JSON.stringify(refund.lines)}::jsonb)
        as l ("productId" int, withheld int, returned int, kept int)`);
  return refund_id;
}

async function one(
  db: Database | Transaction,
  refundId: string,
  lock: Statement,
): Promise<Refund | undefined> {
  const { rows } = await db.execute<RefundRow>(sql`
    select r.refund_id, r.order_id, r.amount_minor::float8, r.status, r.restock, r.restocked_at is not null as is_restocked,
      r.reference, p.reference as payment_reference, (
        select coalesce(json_agg(json_build_object('productId', l.product_id, 'withheld', l.withheld,
          'returned', l.returned, 'kept', l.kept) order by l.product_id), '[]')
        from refund_lines l where l.refund_id = r.refund_id) as lines
    from refunds r join payments p using (payment_id) where r.refund_id = ${refundId} ${lock}`);
  const [row] = rows;
  return (
    row && {
      refundId: row.refund_id,
      orderId: row.order_id,
      amountMinor: row.amount_minor,
      status: row.status,
      restock: row.restock,
      isRestocked: row.is_restocked,
      reference: row.reference,
      paymentReference: row.payment_reference,
      lines: row.lines,
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
  change: {
    readonly status?: Refund['status'];
    readonly reference?: string | undefined;
    readonly failureCode?: string;
    readonly isRestocked?: true;
  },
): Promise<void> {
  await tx.execute(sql`
    update refunds set status = coalesce(${change.status ?? null}::refund_status, status),
      reference = coalesce(${change.reference ?? null}, reference),
      failure_code = coalesce(${change.failureCode ?? null}, failure_code),
      restocked_at = case when ${change.isRestocked === true} then now() else restocked_at end,
      asked_at = now(), updated_at = now()
    where refund_id = ${refundId}`);
}

/**
 * Finds undecided refunds about which the provider should be asked again: a tenth of their age after the last answer, but at least every
 * six hours.
 */
export async function findUndecidedRefunds(
  db: Database,
  { limit }: { limit: number },
): Promise<{ refundId: string; ageDays: number }[]> {
  const { rows } = await db.execute<{ refund_id: string; age_days: number }>(sql`
    select refund_id, extract(epoch from now() - created_at)::float8 / 86400 as age_days from refunds
    where status = 'requested' and coalesce(asked_at, created_at) < now() - least(
      greatest((now() - created_at) / 10, interval '1 minute'), interval '6 hours')
    order by created_at limit ${limit}`);
  return rows.map((row) => ({ refundId: row.refund_id, ageDays: row.age_days }));
}
