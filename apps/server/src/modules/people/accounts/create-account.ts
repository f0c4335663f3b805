import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Account, tidyText } from './account.ts';
import { insertAccount } from './account-repository.ts';
import { type Passwords, strongPasswords } from './password.ts';

/** Creates an account without a mail. Returns undefined if the email address already has one. */
export async function createAccount(
  db: Database | Transaction,
  {
    email,
    password,
    firstName,
    lastName,
    role = 'shopper',
    isVerified = false,
    passwords = strongPasswords,
  }: {
    email: string;
    password: string;
    firstName?: string | null | undefined;
    lastName?: string | null | undefined;
    role?: Account['role'];
    isVerified?: boolean;
    passwords?: Passwords;
  },
): Promise<{ userId: string } | undefined> {
  const userId = randomUUID();
  const isNew = await insertAccount(db, {
    userId,
    email: email.trim(),
    passwordHash: await passwords.hash(password),
    firstName: tidyText(firstName),
    lastName: tidyText(lastName),
    role,
    isVerified,
  });
  return isNew ? { userId } : undefined;
}
