/** @file Accounts that the shop made and gave a password to, as those of the demo: whether they still have it, and another one. */

import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Account } from './account.ts';
import { findAccountByEmail, updatePasswordHash } from './account-repository.ts';
import { type Passwords, strongPasswords } from './password.ts';
import { revokeSessionsOf } from './session-repository.ts';

/** What an account was made with. */
export interface MadeAccount {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Account['role'];
}

/** Undefined: there is no such account. */
export async function hasPassword(
  db: Database,
  { email, password }: { email: string; password: string },
  passwords: Passwords = strongPasswords,
): Promise<boolean | undefined> {
  const account = await findAccountByEmail(db, email);
  if (!account) return undefined;
  return account.passwordHash !== null && passwords.verify(account.passwordHash, password);
}

/**
 * Gives an account another password and ends its log-ins, unless it has become somebody's own: it says something else of itself than
 * when it was made, or its password was changed. Gives whether it did; undefined: there is no such account.
 */
export async function renewGivenPassword(
  tx: Transaction,
  { made, password }: { made: MadeAccount; password: string },
  passwords: Passwords = strongPasswords,
): Promise<boolean | undefined> {
  const account = await findAccountByEmail(tx, made.email, { forUpdate: true });
  if (!account) return undefined;
  if (!isAsMade(account, made) || (await hasChangedPassword(tx, account))) return false;
  await updatePasswordHash(tx, account.userId, await passwords.hash(password));
  await revokeSessionsOf(tx, account.userId, { because: 'password changed' });
  return true;
}

function isAsMade(account: Account, { email, firstName, lastName, role }: MadeAccount): boolean {
  const { age, gender, address, formerEmails, passwordHash } = account;
  return (
    account.email === email &&
    account.firstName === firstName &&
    account.lastName === lastName &&
    account.role === role &&
    passwordHash !== null &&
    formerEmails.length === 0 &&
    [age, gender, address].every((value) => value === null)
  );
}

/** Every change is told in a mail, and ends the log-ins of before. */
async function hasChangedPassword(tx: Transaction, { userId, email }: Account): Promise<boolean> {
  const { rows } = await tx.execute<{ has_changed: boolean }>(sql`
    select exists (select from mails where lower(recipient) = lower(${email}) and kind = 'password-changed')
      or exists (select from sessions where user_id = ${userId} and revoked_because = 'password changed') as has_changed`);
  return rows[0]!.has_changed;
}
