import type { Transaction } from './database.ts';
import { sql } from './sql.ts';

/** Prevents the erasure of a member until the transaction ends. Returns undefined if the account does not exist. */
export async function holdMember(
  tx: Transaction,
  userId: string,
): Promise<{ isVerified: boolean } | undefined> {
  const { rows } = await tx.execute<{ is_verified: boolean }>(sql`
    select email is not null and email_verified_at is not null as is_verified from users
    where user_id = ${userId} and erased_at is null for key share`);
  return rows[0] && { isVerified: rows[0].is_verified };
}
