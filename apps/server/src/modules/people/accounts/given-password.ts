/** @file Accounts that the shop created with a password, such as the demo's: checks the password, and replaces it. */

import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { Account } from './account.ts';
import { findAccountByEmail, updatePasswordHash } from './account-repository.ts';
import { type Passwords, strongPasswords } from './password.ts';
import { revokeSessionsOf } from './session-repository.ts';

/** The data with which an account was created. */
export interface MadeAccount {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Account['role'];
}

/** Returns undefined if the account does not exist. */
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
 * Gives an account a new password and ends its log-ins, unless a person has taken it over: its profile or its password was changed. Returns
 * whether it did, or undefined if the account does not exist.
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

/** Every change of a password sends a mail and ends the log-ins, so these reveal it. */
async function hasChangedPassword(tx: Transaction, { userId, email }: Account): Promise<boolean> {
  const { rows } = await tx.execute<{ has_changed: boolean }>(sql`
    select exists (select from mails where lower(recipient) = lower(${email}) and kind = 'password-changed')
      or exists (select from sessions where user_id = ${userId} and revoked_because = 'password changed') as has_changed`);
  return rows[0]!.has_changed;
}
