import { withTransaction } from '../../platform/postgres/database.ts';
import { accountProblem } from './account-problem.ts';
import { markVerified } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { mailVerification } from './mail-link.ts';
import { takeMailToken } from './mail-token-repository.ts';
import { requireAccount } from './require-account.ts';
import { hashToken } from './secret-token.ts';

/** @throws ProblemError `invalid-mail-token` */
export async function verifyEmail({ db }: Accounts, token: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    const holder = await takeMailToken(tx, hashToken(token), 'verify-email');
    if (!holder || !(await markVerified(tx, holder.userId, holder.email)))
      throw accountProblem('invalid-mail-token');
  });
}

/** Another mail, unless the address is verified already. */
export async function resendVerification(accounts: Accounts, userId: string): Promise<void> {
  const { db, limits } = accounts;
  const { email, isVerified, firstName } = await requireAccount(db, userId);
  if (email === null || isVerified) return;
  await limits.count('register-email', email);
  await withTransaction(db, (tx) => mailVerification(accounts, tx, { userId, email, firstName }));
}
