import { createSecretKey, type KeyObject } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';

const issuer = 'kindred';
const audience = 'kindred-api';
const algorithm = 'HS256';

/** The claims of a token about its holder. */
export interface TokenClaims {
  readonly userId: string | undefined;
  readonly isAdmin: boolean;
  /** The token's log-in. Undefined if the token was made on the command line. */
  readonly sessionId?: string | undefined;
}

const keys = new Map<string, KeyObject>();

/** The same object each time, because jose imports the key of each new one. */
function keyOf(secret: string): KeyObject {
  let key = keys.get(secret);
  if (!key) {
    key = createSecretKey(secret, 'utf8');
    keys.set(secret, key);
  }
  return key;
}

/** Signs a short-lived token for API clients (JWT, HS256). */
export async function signApiToken({
  secret,
  caller,
  lifetimeSeconds,
}: {
  secret: string;
  caller: TokenClaims;
  lifetimeSeconds: number;
}): Promise<string> {
  const { userId, isAdmin, sessionId } = caller;
  const token = new SignJWT({
    role: isAdmin ? 'admin' : 'user',
    ...(sessionId === undefined ? {} : { sid: sessionId }),
  })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1_000) + lifetimeSeconds);
  if (userId !== undefined) token.setSubject(userId);
  return token.sign(keyOf(secret));
}

interface Verified {
  readonly claims: TokenClaims;
  readonly secret: string;
  readonly expiresAt: number;
}

/** A client sends the same token with many requests, and a token is valid until it expires. */
const verified = new LRUCache<string, Verified>({ max: 10_000 });

/** Returns undefined if the token is not the shop's or no longer valid. */
export async function readApiToken(token: string, secret: string): Promise<TokenClaims | undefined> {
  const known = verified.get(token);
  if (known?.secret === secret && Date.now() < known.expiresAt) return known.claims;
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      issuer,
      audience,
      algorithms: [algorithm],
      requiredClaims: ['exp'],
    });
    const claims = {
      userId: payload.sub,
      isAdmin: payload.role === 'admin',
      sessionId: typeof payload.sid === 'string' ? payload.sid : undefined,
    };
    verified.set(token, { claims, secret, expiresAt: payload.exp! * 1_000 });
    return claims;
  } catch {
    return undefined;
  }
}
