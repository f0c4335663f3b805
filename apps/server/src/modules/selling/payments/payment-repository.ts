import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { Payment } from './payment.ts';

interface PaymentRow {
  payment_id: string;
  order_id: string;
  provider: string;
  reference: string | null;
  amount_minor: number;
  currency: string;
  status: Payment['status'];
  method: string | null;
  failure_code: string | null;
  next_action: Payment['nextAction'];
  refunded_minor: number;
}

const columns = sql`payment_id, order_id, provider, reference, amount_minor::float8, currency, status, method,
  failure_code, next_action, refunded_minor::float8`;

function paymentOf(row: PaymentRow): Payment {
  return {
    paymentId: row.payment_id,
    orderId: row.order_id,
    provider: row.provider,
    reference: row.reference,
    amountMinor: row.amount_minor,
    currency: row.currency,
    status: row.status,
    method: row.method,
    failureCode: row.failure_code,
    nextAction: row.next_action,
    refundedMinor: row.refunded_minor,
  };
}

async function one(db: Database | Transaction, condition: Statement): Promise<Payment | undefined> {
  const { rows } = await db.execute<PaymentRow>(sql`select ${columns} from payments where ${condition}`);
  return rows[0] && paymentOf(rows[0]);
}

/** Keeps the payment method that a provider issued. If it is a card number by mistake, it keeps only the last four digits. */
function maskedMethod(method: string | null): string | null {
  const digits = method?.replaceAll(/\D/g, '') ?? '';
  return digits.length < 12 || method?.startsWith('pm_') ? method : `•••• ${digits.slice(-4)}`;
}

export async function insertPayment(
  tx: Transaction,
  payment: Pick<Payment, 'amountMinor' | 'currency' | 'method' | 'orderId' | 'provider'>,
): Promise<void> {
  await tx.execute(sql`
    insert into payments (payment_id, order_id, provider, amount_minor, currency, method)
    values (${randomUUID()}, ${payment.orderId}, ${payment.provider}, ${payment.amountMinor}, ${payment.currency},
      ${maskedMethod(payment.method)})`);
}

export function findPayment(db: Database, orderId: string): Promise<Payment | undefined> {
  return one(db, sql`order_id = ${orderId}`);
}

/** Finds a payment by the provider's reference. */
export function findPaymentByReference(
  db: Database,
  { provider, reference }: { provider: string; reference: string },
): Promise<Payment | undefined> {
  return one(db, sql`provider = ${provider} and reference = ${reference}`);
}

export function lockPayment(tx: Transaction, orderId: string): Promise<Payment | undefined> {
  return one(tx, sql`order_id = ${orderId} for update`);
}

export async function updatePayment(
  tx: Transaction,
  paymentId: string,
  change: Partial<Pick<Payment, 'failureCode' | 'nextAction' | 'reference' | 'refundedMinor' | 'status'>>,
): Promise<void> {
  const nextAction = change.nextAction ? JSON.stringify(change.nextAction) : null;
  await tx.execute(sql`
    update payments set status = coalesce(${change.status ?? null}::payment_status, status),
      reference = coalesce(${change.reference ?? null}, reference),
      failure_code = coalesce(${change.failureCode ?? null}, failure_code),
      next_action = case when ${change.nextAction === undefined} then next_action else ${nextAction}::jsonb end,
      refunded_minor = coalesce(${change.refundedMinor ?? null}::bigint, refunded_minor), updated_at = now()
    where payment_id = ${paymentId}`);
}
