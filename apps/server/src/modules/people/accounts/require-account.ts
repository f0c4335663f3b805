import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { findAccount } from './account-repository.ts';
import type { Accounts } from './accounts.ts';

/**
 * Returns the account of a token. A token may outlive its account by some minutes.
 * @throws ProblemError `account-gone`
 */
export async function requireAccount(
  db: Database | Transaction,
  userId: string,
  options: { forUpdate?: boolean } = {},
): Promise<Account> {
  const account = await findAccount(db, userId, options);
  if (!account) throw accountProblem('account-gone');
  return account;
}

/** The user who has to enter the password again. */
export interface Requirer {
  readonly userId: string;
  readonly sessionId: string | undefined;
}

/**
 * Checks the password of a logged-in user again. Attempts of others at the log-in do not count here.
 * @throws ProblemError `account-gone`, `wrong-password`, `too-many-attempts`
 */
export async function requirePassword(
  { db, limits, passwords }: Accounts,
  { userId, sessionId }: Requirer,
  password: string,
): Promise<Account & { email: string; passwordHash: string }> {
  const account = await requireAccount(db, userId);
  const { email, passwordHash } = account;
  if (email === null || passwordHash === null) throw accountProblem('wrong-password');
  const who = sessionId ?? userId;
  await limits.count('session-password', who);
  if (!(await passwords.verify(passwordHash, password))) throw accountProblem('wrong-password');
  await limits.forget('session-password', who);
  return { ...account, email, passwordHash };
}
