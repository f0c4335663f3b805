import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/**
 * Gives the order the next number of the year in which it was paid, without gaps. Does nothing if it has one. Call it last, because it
 * makes concurrent payments wait until the transaction ends.
 */
export async function numberInvoice(tx: Transaction, orderId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:invoice-number'))`);
  await tx.execute(sql`
    insert into invoices (year, number, order_id, issued_at)
    select paid.year, 1 + coalesce((select max(number) from invoices i where i.year = paid.year), 0), order_id, paid.at
    from (
      select order_id, min(happened_at) as at, extract(year from min(happened_at) at time zone 'UTC')::int as year
      from order_events where order_id = ${orderId} and kind = 'paid' group by order_id
    ) paid
    on conflict (order_id) do nothing`);
}

/** Finds paid orders without an invoice. They were paid on a node of a version without invoices. */
export async function findUninvoiced(db: Database, { limit }: { limit: number }): Promise<string[]> {
  const { rows } = await db.execute<{ order_id: string }>(sql`
    select order_id from orders o
    where sold_at is not null and not exists (select from invoices i where i.order_id = o.order_id)
      and exists (select from order_events e where e.order_id = o.order_id and e.kind = 'paid')
    order by sold_at limit ${limit}`);
  return rows.map((row) => row.order_id);
}
