import type { LoginSession } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { Account } from './account.ts';

export async function insertSession(
  tx: Transaction,
  {
    userId,
    lifetimeSeconds,
    device,
    network,
  }: { userId: string; lifetimeSeconds: number; device: string | undefined; network: string },
): Promise<string> {
  const { rows } = await tx.execute<{ session_id: string }>(sql`
    insert into sessions (user_id, expires_at, device, network)
    values (${userId}, now() + make_interval(secs => ${lifetimeSeconds}), ${device ?? null}, ${network})
    returning session_id`);
  return rows[0].session_id;
}

export async function insertRefreshToken(
  tx: Transaction,
  { sessionId, tokenHash }: { sessionId: string; tokenHash: string },
): Promise<void> {
  await tx.execute(
    sql`insert into refresh_tokens (token_hash, session_id) values (${tokenHash}, ${sessionId})`,
  );
}

export interface StoredRefreshToken {
  readonly sessionId: string;
  readonly userId: string;
  readonly isAdmin: boolean;
  /** The session has ended for any reason. */
  readonly isOver: boolean;
  readonly isUsed: boolean;
  readonly isUsedLately: boolean;
}

/** Locks a refresh token, so that of two requests with one token, the second waits for the first. */
export async function lockRefreshToken(
  tx: Transaction,
  tokenHash: string,
  { latelySeconds }: { latelySeconds: number },
): Promise<StoredRefreshToken | undefined> {
  const { rows } = await tx.execute<{
    session_id: string;
    user_id: string;
    role: string;
    is_over: boolean;
    is_used: boolean;
    is_used_lately: boolean | null;
  }>(sql`
    select s.session_id, s.user_id, u.role, s.revoked_at is not null or s.expires_at <= now() as is_over,
      t.used_at is not null as is_used, t.used_at > now() - make_interval(secs => ${latelySeconds}) as is_used_lately
    from refresh_tokens t join sessions s using (session_id) join users u using (user_id)
    where t.token_hash = ${tokenHash} for update of t, s`);
  const row = rows[0];
  return (
    row && {
      sessionId: row.session_id,
      userId: row.user_id,
      isAdmin: row.role === 'admin',
      isOver: row.is_over,
      isUsed: row.is_used,
      isUsedLately: row.is_used_lately ?? false,
    }
  );
}

export async function markRefreshTokenUsed(tx: Transaction, tokenHash: string): Promise<void> {
  await tx.execute(sql`update refresh_tokens set used_at = now() where token_hash = ${tokenHash}`);
}

/** Returns the role of a token's user while the session and the account exist. Without a session, only the account counts. */
export interface StoredStanding {
  readonly role: Account['role'];
  readonly isOptedOut: boolean;
}

export async function findStandingOf(
  db: Database,
  { userId, sessionId }: { userId: string; sessionId: string | undefined },
): Promise<StoredStanding | undefined> {
  const goesOn =
    sessionId === undefined
      ? sql`true`
      : sql`exists (select from sessions s where s.session_id = ${sessionId}::uuid and s.user_id = u.user_id
          and s.revoked_at is null and s.expires_at > now())`;
  const { rows } = await db.execute<{ role: Account['role']; is_opted_out: boolean }>(
    sql`select role, opted_out_at is not null as is_opted_out from users u
      where u.user_id = ${userId} and u.erased_at is null and ${goesOn}`,
    { keepsPlan: true },
  );
  return rows[0] && { role: rows[0].role, isOptedOut: rows[0].is_opted_out };
}

export async function findSessionOfToken(db: Database, tokenHash: string): Promise<string | undefined> {
  const { rows } = await db.execute<{ session_id: string }>(
    sql`select session_id from refresh_tokens where token_hash = ${tokenHash}`,
  );
  return rows[0]?.session_id;
}

type Ending =
  | 'logged out'
  | 'refresh token reused'
  | 'password changed'
  | 'e-mail changed'
  | 'ended elsewhere';

export async function markSessionUsed(tx: Transaction, sessionId: string, network: string): Promise<void> {
  await tx.execute(
    sql`update sessions set last_used_at = now(), network = ${network} where session_id = ${sessionId}`,
  );
}

/** Returns the open sessions, the most recently used first. */
export async function findSessionsOf(
  db: Database,
  userId: string,
): Promise<Omit<LoginSession, 'is_current'>[]> {
  const { rows } = await db.execute<Omit<LoginSession, 'is_current'>>(sql`
    select session_id, device, network, ${utcTime(sql`created_at`)} as created_at, ${utcTime(sql`last_used_at`)} as last_used_at
    from sessions where user_id = ${userId} and revoked_at is null and expires_at > now()
    order by last_used_at desc, session_id`);
  return rows;
}

/** Returns false if the user has no such session, or if it has ended. */
export async function endSessionOf(
  db: Database,
  { userId, sessionId, because }: { userId: string; sessionId: string; because: Ending },
): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    update sessions set revoked_at = now(), revoked_because = ${because}
    where session_id = ${sessionId} and user_id = ${userId} and revoked_at is null and expires_at > now()`);
  return rowCount === 1;
}

/** Returns the session's user, or undefined if the session had ended. */
export async function revokeSession(
  tx: Database | Transaction,
  sessionId: string,
  because: Ending,
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ user_id: string }>(sql`
    update sessions set revoked_at = now(), revoked_because = ${because}
    where session_id = ${sessionId} and revoked_at is null returning user_id`);
  return rows[0]?.user_id;
}

export async function revokeSessionsOf(
  tx: Database | Transaction,
  userId: string,
  { because, except = [] }: { because: Ending; except?: readonly (string | undefined)[] },
): Promise<void> {
  const kept = except.filter((sessionId) => sessionId !== undefined);
  await tx.execute(sql`
    update sessions set revoked_at = now(), revoked_because = ${because}
    where user_id = ${userId} and revoked_at is null and session_id <> all(${kept}::uuid[])`);
}

/** Deletes expired sessions, tokens and limits. */
export async function deleteExpired(db: Database): Promise<void> {
  await db.execute(sql`delete from sessions where expires_at < now()`);
  // The mails of the last day still count.
  await db.execute(sql`delete from mail_tokens where expires_at < now() - interval '1 day'`);
  await db.execute(sql`delete from rate_limits where full_at < now()`);
}
