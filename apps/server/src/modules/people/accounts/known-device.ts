import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account } from './account.ts';

/** A device that somebody has logged in with. */
export interface KnownDevice {
  readonly id: string;
  /** What it shows at the next log-in. */
  readonly token: string;
}

/** Who has an account on this device; further tokens are not looked at. */
const tokensAtMost = 4;

type Holder = Pick<Account, 'userId' | 'passwordHash'>;
/** In place of an account that is not there, so that looking takes as long. */
const noHolder: Holder = { userId: '', passwordHash: '' };

/** Signed with the password hash of the account: a new password makes every device unknown. */
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

/** Undefined: the account has never been logged in to from here, or not with the password that it has now. */
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

/** The tokens of a device with `token` among them, the newest first. */
export function withToken(tokens: readonly string[], token: string): string[] {
  return [token, ...tokens.filter((other) => other !== token)].slice(0, tokensAtMost);
}
