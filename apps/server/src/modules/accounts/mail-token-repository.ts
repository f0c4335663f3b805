import { sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/postgres/database.ts';

export type MailTokenPurpose = 'verify-email' | 'reset-password';

export interface MailTokenHolder {
  readonly userId: string;
  readonly email: string;
}

export async function insertMailToken(
  tx: Transaction,
  token: MailTokenHolder & { tokenHash: string; purpose: MailTokenPurpose; lifetimeSeconds: number },
): Promise<void> {
  await tx.execute(sql`
    insert into mail_tokens (token_hash, user_id, purpose, email, expires_at)
    values (${token.tokenHash}, ${token.userId}, ${token.purpose}, ${token.email},
      now() + make_interval(secs => ${token.lifetimeSeconds}))`);
}

const isGood = (tokenHash: string, purpose: MailTokenPurpose) =>
  sql`token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > now()`;

/** Whom a token is for, without using it. */
export async function findMailToken(
  db: Database,
  tokenHash: string,
  purpose: MailTokenPurpose,
): Promise<MailTokenHolder | undefined> {
  const { rows } = await db.execute<{ user_id: string; email: string }>(
    sql`select user_id, email from mail_tokens where ${isGood(tokenHash, purpose)}`,
  );
  return rows[0] && { userId: rows[0].user_id, email: rows[0].email };
}

/** Uses a token; undefined: it was not good, or not any more. */
export async function takeMailToken(
  tx: Transaction,
  tokenHash: string,
  purpose: MailTokenPurpose,
): Promise<MailTokenHolder | undefined> {
  const { rows } = await tx.execute<{ user_id: string; email: string }>(sql`
    update mail_tokens set used_at = now() where ${isGood(tokenHash, purpose)} returning user_id, email`);
  return rows[0] && { userId: rows[0].user_id, email: rows[0].email };
}

/** What else was sent for the same purpose is good for nothing now. */
export async function spendMailTokensOf(
  tx: Transaction,
  userId: string,
  purpose: MailTokenPurpose,
): Promise<void> {
  await tx.execute(sql`
    update mail_tokens set used_at = now() where user_id = ${userId} and purpose = ${purpose} and used_at is null`);
}
