import type { Database, Transaction } from '../../platform/postgres/database.ts';
import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { findAccount } from './account-repository.ts';
import type { Accounts } from './accounts.ts';

/**
 * Whom a token speaks for: it may outlive its account by some minutes.
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

/**
 * Asks for the password again, of somebody who is logged in; guessing is limited as at the log-in.
 * @throws ProblemError `account-gone`, `wrong-password`, `too-many-attempts`
 */
export async function requirePassword(
  { db, limits, passwords }: Accounts,
  userId: string,
  password: string,
): Promise<Account & { email: string; passwordHash: string }> {
  const account = await requireAccount(db, userId);
  const { email, passwordHash } = account;
  if (email === null || passwordHash === null) throw accountProblem('wrong-password');
  await limits.count('login-account', email);
  if (!(await passwords.verify(passwordHash, password))) throw accountProblem('wrong-password');
  await limits.forget('login-account', email);
  return { ...account, email, passwordHash };
}
