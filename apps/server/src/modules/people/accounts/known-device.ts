import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account } from './account.ts';

/** A device with which a user has logged in. */
export interface KnownDevice {
  readonly id: string;
  /** The token that it sends at the next log-in. */
  readonly token: string;
}

/** The most accounts per device. Further tokens are ignored. */
const tokensAtMost = 4;

type Holder = Pick<Account, 'userId' | 'passwordHash'>;
/** Replaces a missing account, so that the check takes the same time. */
const noHolder: Holder = { userId: '', passwordHash: '' };

/** Signs with the account's password hash, so that a new password makes every device unknown. */
function sign(secret: string, { userId, passwordHash }: Holder, id: string): Buffer {
  return createHmac('sha256', secret).update(`device\n${userId}\n${passwordHash}\n${id}`).digest();
}

export function createDevice(
  secret: string,
  holder: Holder,
  id = randomBytes(12).toString('base64url'),
): KnownDevice {
  return { id, token: `${id}.${sign(secret, holder, id).toString('base64url')}` };
}

/** Returns undefined if the device has never logged in to the account with its current password. */
export function findKnownDevice(
  secret: string,
  account: Holder | undefined,
  tokens: readonly string[],
): KnownDevice | undefined {
  const known = tokens.slice(0, tokensAtMost).map((token) => {
    const [id, signature = ''] = token.split('.');
    const right = sign(secret, account ?? noHolder, id);
    const given = Buffer.from(signature, 'base64url');
    return given.length === right.length && timingSafeEqual(given, right) ? { id, token } : undefined;
  });
  return account && known.find((device) => device !== undefined);
}

/** Adds `token` to the tokens of a device, the newest first. */
export function withToken(tokens: readonly string[], token: string): string[] {
  return [token, ...tokens.filter((other) => other !== token)].slice(0, tokensAtMost);
}
