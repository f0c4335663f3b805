import type { Account } from './account.ts';
import { upgradePasswordHash } from './account-repository.ts';
import type { Accounts } from './accounts.ts';

/** Returns the account if the password is right. An unknown email address takes as long as a wrong password. */
export async function authenticate(
  { db, passwords }: Pick<Accounts, 'db' | 'passwords'>,
  account: Account | undefined,
  password: string,
): Promise<Account | undefined> {
  const passwordHash = account?.passwordHash ?? null;
  const matches = await passwords.verify(passwordHash ?? passwords.hashOfNobody, password);
  if (!account || passwordHash === null || !matches) return undefined;
  if (!passwords.isWeak(passwordHash)) return account;
  const upgraded = await passwords.hash(password);
  await upgradePasswordHash(db, account.userId, { from: passwordHash, to: upgraded });
  return { ...account, passwordHash: upgraded };
}
