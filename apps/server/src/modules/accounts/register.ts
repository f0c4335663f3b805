import { randomUUID } from 'node:crypto';
import { withTransaction } from '../../platform/postgres/database.ts';
import { queueMail } from '../mails/index.ts';
import { tidyName } from './account.ts';
import { insertAccount } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { mailVerification } from './mail-link.ts';
import { requireGoodPassword } from './password-rules.ts';

/**
 * Makes an account, or tells the one that is there by mail. Whoever asks cannot tell which: the password is hashed in both
 * cases, and something is written in both.
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
    /** Where the request comes from. */
    address: string;
  },
): Promise<void> {
  const { db, limits, passwords, publicUrl } = accounts;
  const email = typedEmail.trim();
  requireGoodPassword(password, email);
  await limits.count('register-address', address);
  await limits.count('register-email', email);
  const passwordHash = await passwords.hash(password);
  const account = {
    userId: randomUUID(),
    firstName: tidyName(names.firstName),
    lastName: tidyName(names.lastName),
    email,
  };
  await withTransaction(db, async (tx) => {
    if (await insertAccount(tx, { ...account, passwordHash, role: 'shopper', isVerified: false })) {
      await mailVerification(accounts, tx, account);
      return;
    }
    await queueMail(tx, {
      kind: 'already-registered',
      recipient: email,
      data: { login_link: `${publicUrl}/account/login`, reset_link: `${publicUrl}/account/forgot` },
    });
  });
}
