import { jwtVerify, SignJWT } from 'jose';
import { problemsOf } from './problem.ts';

const issuer = 'kindred';
const audience = 'kindred-api';

const problem = problemsOf({
  'invalid-token': { status: 401, title: 'The token is not valid, or no longer' },
  'admin-only': { status: 403, title: 'Only an administrator may do this' },
});

export interface Caller {
  readonly userId: string | undefined;
  readonly isAdmin: boolean;
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}

/** Signs a short-lived token for API clients (JWT, HS256). */
export async function signApiToken({
  secret,
  caller,
  lifetimeSeconds,
}: {
  secret: string;
  caller: Caller;
  lifetimeSeconds: number;
}): Promise<string> {
  const token = new SignJWT({ role: caller.isAdmin ? 'admin' : 'user' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + lifetimeSeconds);
  if (caller.userId !== undefined) token.setSubject(caller.userId);
  return token.sign(keyOf(secret));
}

/**
 * Who an `Authorization: Bearer` header speaks for; nobody when there is none.
 * @throws ProblemError `invalid-token`
 */
export async function readApiToken(header: string | undefined, secret: string): Promise<Caller> {
  if (header === undefined) return { userId: undefined, isAdmin: false };
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw problem('invalid-token', 'Expected “Authorization: Bearer TOKEN”.');
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), { issuer, audience, algorithms: ['HS256'] });
    return { userId: payload.sub, isAdmin: payload.role === 'admin' };
  } catch {
    throw problem('invalid-token');
  }
}

/** @throws ProblemError `admin-only` */
export function requireAdmin(caller: Caller): void {
  if (!caller.isAdmin) throw problem('admin-only');
}
