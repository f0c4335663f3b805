import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts, LoggedIn } from './accounts.ts';
import { authenticate } from './authenticate.ts';
import { openSession, type SessionTokens } from './session.ts';

/** @throws ProblemError `invalid-credentials`, `too-many-attempts` */
export async function login(
  accounts: Accounts,
  {
    email,
    password,
    address,
    visitorId,
  }: { email: string; password: string; address: string; visitorId: string | undefined },
): Promise<{ tokens: SessionTokens; account: Account; cartMerge: object | undefined }> {
  const { limits } = accounts;
  await limits.count('login-address', address);
  await limits.count('login-account', email);
  const account = await authenticate(accounts, { email, password });
  if (!account) throw accountProblem('invalid-credentials');
  await limits.forget('login-account', email);
  await limits.giveBack('login-address', address);

  const { userId, role } = account;
  const tokens = await openSession(accounts, { userId, isAdmin: role === 'admin' });
  return { tokens, account, cartMerge: await tellOfLogin(accounts, { userId, visitorId }) };
}

async function tellOfLogin({ onLogin, logger }: Accounts, who: LoggedIn): Promise<object | undefined> {
  try {
    return await onLogin(who);
  } catch (error) {
    logger.error({ err: error, userId: who.userId }, 'what follows a log-in failed');
    return undefined;
  }
}
