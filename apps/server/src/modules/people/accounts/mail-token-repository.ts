import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export type MailTokenPurpose = 'verify-email' | 'reset-password' | 'log-in' | 'change-email';

export interface MailTokenHolder {
  readonly userId: string;
  readonly email: string;
  /** The log-in that requested it, if any. */
  readonly sessionId?: string | undefined;
}

/** A received token, and the time at which it was received. */
export interface GivenToken {
  readonly tokenHash: string;
  readonly purpose: MailTokenPurpose;
  readonly now: Date;
}

export async function insertMailToken(
  tx: Transaction,
  token: MailTokenHolder & {
    tokenHash: string;
    purpose: MailTokenPurpose;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.execute(sql`
    insert into mail_tokens (token_hash, user_id, purpose, email, created_at, expires_at, session_id)
    values (${token.tokenHash}, ${token.userId}, ${token.purpose}, ${token.email},
      ${token.createdAt.toISOString()}, ${token.expiresAt.toISOString()}, ${token.sessionId ?? null})`);
}

/** Finds the unused tokens that were created since then. */
export async function findUnusedMailTokens(
  tx: Transaction,
  { userId, purpose, since }: { userId: string; purpose: MailTokenPurpose; since: Date },
): Promise<{ count: number; newestAt: Date | undefined }> {
  const { rows } = await tx.execute<{ count: number; newest_ms: number | null }>(sql`
    select count(*)::int as count, extract(epoch from max(created_at))::float8 * 1000 as newest_ms from mail_tokens
    where user_id = ${userId} and purpose = ${purpose} and used_at is null and created_at > ${since.toISOString()}`);
  const [{ count, newest_ms }] = rows;
  return { count, newestAt: newest_ms === null ? undefined : new Date(newest_ms) };
}

const isGood = ({ tokenHash, purpose, now }: GivenToken) => sql`
  token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > ${now.toISOString()}`;

/** Returns the holder of a token without using it. */
export async function findMailToken(db: Database, given: GivenToken): Promise<MailTokenHolder | undefined> {
  const { rows } = await db.execute<{ user_id: string; email: string }>(
    sql`select user_id, email from mail_tokens where ${isGood(given)}`,
  );
  return rows[0] && { userId: rows[0].user_id, email: rows[0].email };
}

/** Uses a token. Returns undefined if it is not, or no longer, valid. */
export async function takeMailToken(
  tx: Transaction,
  given: GivenToken,
): Promise<MailTokenHolder | undefined> {
  const { rows } = await tx.execute<{ user_id: string; email: string; session_id: string | null }>(sql`
    update mail_tokens set used_at = ${given.now.toISOString()} where ${isGood(given)}
    returning user_id, email, session_id`);
  const row = rows[0];
  return row && { userId: row.user_id, email: row.email, sessionId: row.session_id ?? undefined };
}

/** Invalidates all other tokens for these purposes. */
export async function spendMailTokensOf(
  tx: Transaction,
  userId: string,
  purposes: readonly MailTokenPurpose[],
): Promise<void> {
  await tx.execute(sql`
    update mail_tokens set used_at = now()
    where user_id = ${userId} and purpose = any(${purposes}::mail_token_purpose[]) and used_at is null`);
}
