import { randomBytes } from 'node:crypto';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import {
  findAccountByEmail,
  makeAdmin,
  takeFromFormerOwners,
  updatePasswordHash,
} from './account-repository.ts';
import { createAccount } from './create-account.ts';
import { strongPasswords } from './password.ts';
import { requireGoodPassword } from './password-rules.ts';
import { revokeSessionsOf } from './session-repository.ts';

export interface AppointedAdmin {
  readonly userId: string;
  readonly isNew: boolean;
  /** The generated password if none was given. It must be shown, because it is not stored. */
  readonly generatedPassword: string | undefined;
}

/**
 * Makes an existing or a new account an administrator. An account with an unverified email address may belong to anyone, so it gets a new
 * password and its log-ins end.
 * @throws ProblemError `weak-password`
 */
export async function appointAdmin(
  db: Database,
  { email, password }: { email: string; password: string | undefined },
): Promise<AppointedAdmin> {
  if (password !== undefined) requireGoodPassword(password, email);
  const generated = randomBytes(18).toString('base64url');
  return withTransaction(db, async (tx) => {
    const chosen = password ?? generated;
    const generatedPassword = password === undefined ? generated : undefined;
    const created = await createAccount(tx, { email, password: chosen, role: 'admin', isVerified: true });
    if (created) {
      await takeFromFormerOwners(tx, created.userId, email);
      return { userId: created.userId, isNew: true, generatedPassword };
    }

    const account = (await findAccountByEmail(tx, email.trim()))!;
    const { userId, isVerified, passwordHash } = account;
    const keepsPassword = password === undefined && isVerified && passwordHash !== null;
    if (!keepsPassword) {
      await updatePasswordHash(tx, userId, await strongPasswords.hash(chosen));
      await revokeSessionsOf(tx, userId, { because: 'password changed' });
    }
    await makeAdmin(tx, userId);
    await takeFromFormerOwners(tx, userId, email);
    return { userId, isNew: false, generatedPassword: keepsPassword ? undefined : generatedPassword };
  });
}
