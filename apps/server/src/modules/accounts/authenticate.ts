import type { Account } from './account.ts';
import { findAccountByEmail, upgradePasswordHash } from './account-repository.ts';
import type { Accounts } from './accounts.ts';

/** Whose e-mail and password these are. That there is no such e-mail takes as long to find out as that the password is wrong. */
export async function authenticate(
  { db, passwords }: Pick<Accounts, 'db' | 'passwords'>,
  { email, password }: { email: string; password: string },
): Promise<Account | undefined> {
  const account = await findAccountByEmail(db, email.trim());
  const passwordHash = account?.passwordHash ?? null;
  const matches = await passwords.verify(passwordHash ?? passwords.hashOfNobody, password);
  if (!account || passwordHash === null || !matches) return undefined;
  if (passwords.isWeak(passwordHash))
    await upgradePasswordHash(db, account.userId, { from: passwordHash, to: await passwords.hash(password) });
  return account;
}
