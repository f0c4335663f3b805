import { createHash, randomBytes } from 'node:crypto';

/** Creates a token of 256 random bits. The shop stores only `hash`. */
export function createSecretToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
