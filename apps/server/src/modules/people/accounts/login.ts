import type { CartMerge } from '@kindred/contracts';
import { emailKey } from '../../../platform/email-spellings.ts';
import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { findAccountByEmail } from './account-repository.ts';
import type { Accounts, LoggedIn } from './accounts.ts';
import { authenticate } from './authenticate.ts';
import { countLogin } from './count-login.ts';
import { createDevice, findKnownDevice, type KnownDevice } from './known-device.ts';
import { openSession, type SessionPlace, type SessionTokens } from './session.ts';

export interface Login {
  readonly tokens: SessionTokens;
  readonly account: Account;
  /** The token that the device sends at the next log-in. */
  readonly deviceToken: string;
  readonly cartMerge: CartMerge | undefined;
}

/** The address and the device of a log-in. */
export interface LoginPlace extends SessionPlace {
  readonly deviceTokens: readonly string[];
  readonly visitorId: string | undefined;
}

/** @throws ProblemError `invalid-credentials`, `too-many-attempts` */
export async function login(
  accounts: Accounts,
  { email, password, ...place }: LoginPlace & { email: string; password: string },
): Promise<Login> {
  const { db, limits, secret } = accounts;
  const { address, deviceTokens } = place;
  const found = await findAccountByEmail(db, email);
  const device = findKnownDevice(secret, found, deviceTokens);
  const succeed = await countLogin(limits, { device, address, triedOn: found?.userId ?? emailKey(email) });
  const account = await authenticate(accounts, found, password);
  if (!account) throw accountProblem('invalid-credentials');
  await succeed();
  return enter(accounts, { account, device, place });
}

/** Opens a session for a user who is authenticated. */
export async function enter(
  accounts: Accounts,
  { account, device, place }: { account: Account; device: KnownDevice | undefined; place: LoginPlace },
): Promise<Login> {
  const { userId, role } = account;
  const tokens = await openSession(accounts, { userId, isAdmin: role === 'admin', place });
  const deviceToken = createDevice(accounts.secret, account, device?.id).token;
  const cartMerge = await tellOfLogin(accounts, { userId, visitorId: place.visitorId });
  return { tokens, account, deviceToken, cartMerge };
}

async function tellOfLogin({ onLogin, logger }: Accounts, who: LoggedIn): Promise<CartMerge | undefined> {
  try {
    return await onLogin(who);
  } catch (error) {
    logger.error({ err: error, userId: who.userId }, 'the work after a log-in failed');
    return undefined;
  }
}
