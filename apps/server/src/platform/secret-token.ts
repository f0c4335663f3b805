import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits that whoever holds them may use; we keep `hash` only. */
export function createSecretToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
