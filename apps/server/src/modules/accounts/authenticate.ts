import type { Database } from '../../platform/postgres/database.ts';
import type { Account } from './account.ts';
import { findAccountByEmail, upgradePasswordHash } from './account-repository.ts';
import { hashOfNobody, hashPassword, isWeakerThanPolicy, verifyPassword } from './password.ts';

/** Whose e-mail and password these are. That there is no such e-mail takes as long to find out as that the password is wrong. */
export async function authenticate(
  db: Database,
  { email, password }: { email: string; password: string },
): Promise<Account | undefined> {
  const account = await findAccountByEmail(db, email.trim());
  const passwordHash = account?.passwordHash ?? null;
  const matches = await verifyPassword(passwordHash ?? hashOfNobody, password);
  if (!account || passwordHash === null || !matches) return undefined;
  if (isWeakerThanPolicy(passwordHash))
    await upgradePasswordHash(db, account.userId, { from: passwordHash, to: await hashPassword(password) });
  return account;
}
