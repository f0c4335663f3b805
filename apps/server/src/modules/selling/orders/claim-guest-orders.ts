import { isEmail } from '../../../platform/email-spellings.ts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

/**
 * Assigns guest orders with the account's email address to the account, after its owner has confirmed the address. An order that is
 * locked is left for the next time.
 */
export async function claimGuestOrders(db: Database | Transaction, userId: string): Promise<void> {
  const { rows } = await db.execute<{ email: string }>(sql`
    select email from users where user_id = ${userId} and email is not null and email_verified_at is not null`);
  if (rows.length === 0) return;
  await db.execute(sql`
    update orders set user_id = ${userId} where order_id in (
      select order_id from orders where user_id is null and ${isEmail(sql`email`, rows[0].email)}
      for update skip locked)`);
}
