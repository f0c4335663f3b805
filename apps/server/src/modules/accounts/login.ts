import { emailKey } from '../../platform/email-spellings.ts';
import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { findAccountByEmail } from './account-repository.ts';
import type { Accounts, LoggedIn } from './accounts.ts';
import { authenticate } from './authenticate.ts';
import { countLogin } from './count-login.ts';
import { createDevice, findKnownDevice, type KnownDevice } from './known-device.ts';
import { openSession, type SessionTokens } from './session.ts';

export interface Login {
  readonly tokens: SessionTokens;
  readonly account: Account;
  /** What the device shows at the next log-in. */
  readonly deviceToken: string;
  readonly cartMerge: object | undefined;
}

/** Where somebody logs in from. */
export interface LoginPlace {
  readonly address: string;
  readonly deviceTokens: readonly string[];
  readonly visitorId: string | undefined;
}

/** @throws ProblemError `invalid-credentials`, `too-many-attempts` */
export async function login(
  accounts: Accounts,
  { email, password, address, deviceTokens, visitorId }: LoginPlace & { email: string; password: string },
): Promise<Login> {
  const { db, limits, secret } = accounts;
  const found = await findAccountByEmail(db, email);
  const device = findKnownDevice(secret, found, deviceTokens);
  const succeed = await countLogin(limits, { device, address, triedOn: found?.userId ?? emailKey(email) });
  const account = await authenticate(accounts, found, password);
  if (!account) throw accountProblem('invalid-credentials');
  await succeed();
  return enter(accounts, { account, device, visitorId });
}

/** Lets somebody in who has shown who they are. */
export async function enter(
  accounts: Accounts,
  {
    account,
    device,
    visitorId,
  }: { account: Account; device: KnownDevice | undefined; visitorId: string | undefined },
): Promise<Login> {
  const { userId, role } = account;
  const tokens = await openSession(accounts, { userId, isAdmin: role === 'admin' });
  const deviceToken = createDevice(accounts.secret, account, device?.id).token;
  return { tokens, account, deviceToken, cartMerge: await tellOfLogin(accounts, { userId, visitorId }) };
}

async function tellOfLogin({ onLogin, logger }: Accounts, who: LoggedIn): Promise<object | undefined> {
  try {
    return await onLogin(who);
  } catch (error) {
    logger.error({ err: error, userId: who.userId }, 'what follows a log-in failed');
    return undefined;
  }
}
