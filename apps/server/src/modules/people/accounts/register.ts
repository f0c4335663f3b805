import { randomUUID } from 'node:crypto';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { tidyText } from './account.ts';
import { findAccountByEmail, insertAccount } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { mailLink } from './mail-link.ts';
import { networkOf } from './network-of.ts';
import { requireGoodPassword } from './password-rules.ts';
import { tellOwnerOfSignUp } from './tell-owner-of-sign-up.ts';

/**
 * Creates an account, or says by mail that one exists. The caller cannot see which: the password is hashed in both cases, and the answer
 * is always the same.
 * @throws ProblemError `weak-password`, `too-many-attempts`
 */
export async function register(
  accounts: Accounts,
  {
    email: typedEmail,
    password,
    address,
    ...names
  }: {
    email: string;
    password: string;
    firstName?: string | undefined;
    lastName?: string | undefined;
    /** The network address of the caller. */
    address: string;
  },
): Promise<void> {
  const { db, limits, passwords } = accounts;
  const email = typedEmail.trim();
  requireGoodPassword(password, email);
  await limits.count('register-address', networkOf(address));
  const passwordHash = await passwords.hash(password);
  const account = {
    userId: randomUUID(),
    firstName: tidyText(names.firstName),
    lastName: tidyText(names.lastName),
    email,
  };
  const isNew = await withTransaction(db, async (tx) => {
    if (!(await insertAccount(tx, { ...account, passwordHash, role: 'shopper', isVerified: false })))
      return false;
    await mailLink(accounts, tx, 'verify-email', account);
    return true;
  });
  if (isNew) return;
  const owner = await findAccountByEmail(db, email);
  if (owner) await tellOwnerOfSignUp(accounts, owner);
}
