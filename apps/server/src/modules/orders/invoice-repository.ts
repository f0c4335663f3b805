import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/postgres/database.ts';

/** The next number of the year, without a gap. Others who are paid wait from here on: call it last. */
export async function numberInvoice(tx: Transaction, orderId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:invoice-number'))`);
  await tx.execute(sql`
    insert into invoices (year, number, order_id)
    select y.year, 1 + coalesce((select max(number) from invoices i where i.year = y.year), 0), ${orderId}
    from (select extract(year from now() at time zone 'UTC')::int as year) y`);
}
