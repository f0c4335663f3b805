import { signApiToken, type TokenClaims } from '../../../platform/http/api-token.ts';
import type { RenewedSession, RenewSession } from '../../../platform/http/caller.ts';
import { sessionLifetimeSeconds } from '../../../platform/http/session-cookies.ts';
import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { createSecretToken, hashToken } from '../../../platform/secret-token.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { deviceNameOf } from './device-name.ts';
import { roughNetworkOf } from './network-of.ts';
import {
  findSessionOfToken,
  insertRefreshToken,
  insertSession,
  lockRefreshToken,
  markRefreshTokenUsed,
  markSessionUsed,
  revokeSession,
} from './session-repository.ts';

export const accessLifetimeSeconds = 15 * 60;
/** The requests of one page arrive together, all with the token that the first one has used. */
const togetherSeconds = 30;

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

type Exchange =
  | { readonly code: 'renewed'; readonly claims: TokenClaims; readonly refreshToken: string | undefined }
  | { readonly code: 'reused'; readonly userId: string }
  | { readonly code: 'invalid' };

function signAccess({ secret }: Accounts, caller: TokenClaims): Promise<string> {
  return signApiToken({ secret, caller, lifetimeSeconds: accessLifetimeSeconds });
}

async function issueRefreshToken(tx: Transaction, sessionId: string): Promise<string> {
  const { token, hash } = createSecretToken();
  await insertRefreshToken(tx, { sessionId, tokenHash: hash });
  return token;
}

/** The network address and the device of the caller. */
export interface SessionPlace {
  readonly address: string;
  readonly userAgent: string | undefined;
}

/** Opens a session: a log-in on one device. */
export async function openSession(
  accounts: Accounts,
  { userId, isAdmin, place }: { userId: string; isAdmin: boolean; place: SessionPlace },
): Promise<SessionTokens> {
  const { sessionId, refreshToken } = await withTransaction(accounts.db, async (tx) => {
    const sessionId = await insertSession(tx, {
      userId,
      lifetimeSeconds: sessionLifetimeSeconds,
      device: deviceNameOf(place.userAgent),
      network: roughNetworkOf(place.address),
    });
    return { sessionId, refreshToken: await issueRefreshToken(tx, sessionId) };
  });
  return { accessToken: await signAccess(accounts, { userId, isAdmin, sessionId }), refreshToken };
}

/** A token that is used twice was stolen, by the first or by the second user, so the session ends for both. */
async function exchange(
  { db, onAccessChanged }: Accounts,
  token: string,
  { rotates, forgivesTogether, address }: { rotates: boolean; forgivesTogether: boolean; address: string },
): Promise<Exchange> {
  const tokenHash = hashToken(token);
  const result = await withTransaction(db, async (tx): Promise<Exchange> => {
    const stored = await lockRefreshToken(tx, tokenHash, { latelySeconds: togetherSeconds });
    if (!stored || stored.isOver) return { code: 'invalid' };
    const { sessionId, userId, isAdmin } = stored;
    const claims = { userId, isAdmin, sessionId };
    if (stored.isUsed) {
      if (forgivesTogether && stored.isUsedLately)
        return { code: 'renewed', claims, refreshToken: undefined };
      await revokeSession(tx, sessionId, 'refresh token reused');
      return { code: 'reused', userId };
    }
    if (!rotates) return { code: 'renewed', claims, refreshToken: undefined };
    await markRefreshTokenUsed(tx, tokenHash);
    await markSessionUsed(tx, sessionId, roughNetworkOf(address));
    return { code: 'renewed', claims, refreshToken: await issueRefreshToken(tx, sessionId) };
  });
  if (result.code === 'reused') onAccessChanged(result.userId);
  return result;
}

/**
 * Returns the next pair of tokens to a client that asks for it.
 * @throws ProblemError `refresh-token-reused`, `invalid-refresh-token`
 */
export async function refreshSession(
  accounts: Accounts,
  { token, address }: { token: string; address: string },
): Promise<SessionTokens> {
  const result = await exchange(accounts, token, { rotates: true, forgivesTogether: false, address });
  if (result.code === 'reused') throw accountProblem('refresh-token-reused');
  if (result.code === 'invalid' || result.refreshToken === undefined)
    throw accountProblem('invalid-refresh-token');
  return { accessToken: await signAccess(accounts, result.claims), refreshToken: result.refreshToken };
}

/** Keeps a browser logged in with any request. */
export function createSessionRenewal(accounts: Accounts): RenewSession {
  return async (token, { rotates, address }): Promise<RenewedSession | undefined> => {
    const result = await exchange(accounts, token, { rotates, forgivesTogether: true, address });
    if (result.code !== 'renewed') return undefined;
    const { claims, refreshToken } = result;
    return { claims, accessToken: await signAccess(accounts, claims), refreshToken };
  };
}

/** Ends the session of the access token if it is valid, or else of the refresh token. */
export async function closeSession(
  { db, onAccessChanged }: Accounts,
  { sessionId, refreshToken }: { sessionId: string | undefined; refreshToken: string | undefined },
): Promise<void> {
  const ending =
    sessionId ??
    (refreshToken === undefined ? undefined : await findSessionOfToken(db, hashToken(refreshToken)));
  const userId = ending === undefined ? undefined : await revokeSession(db, ending, 'logged out');
  if (userId !== undefined) onAccessChanged(userId);
}
