import { withTransaction } from '../../../platform/postgres/database.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import { updatePasswordHash } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { createDevice } from './known-device.ts';
import { spendMailTokensOf } from './mail-token-repository.ts';
import { requireGoodPassword } from './password-rules.ts';
import { type Requirer, requirePassword } from './require-account.ts';
import { revokeSessionsOf } from './session-repository.ts';

/**
 * Changes the password and ends all sessions except the caller's.
 * @returns the new device token for the next log-in, because the old one is no longer valid
 * @throws ProblemError `wrong-password`, `weak-password`, `too-many-attempts`
 */
export async function changePassword(
  accounts: Accounts,
  { caller, currentPassword, password }: { caller: Requirer; currentPassword: string; password: string },
): Promise<{ deviceToken: string }> {
  const { userId, sessionId } = caller;
  const { email } = await requirePassword(accounts, caller, currentPassword);
  requireGoodPassword(password, email);
  const passwordHash = await accounts.passwords.hash(password);
  await withTransaction(accounts.db, async (tx) => {
    await updatePasswordHash(tx, userId, passwordHash);
    await spendMailTokensOf(tx, userId, ['change-email', 'log-in', 'reset-password']);
    await revokeSessionsOf(tx, userId, { because: 'password changed', except: [sessionId] });
    await queueMail(tx, { kind: 'password-changed', recipient: email, data: {} });
  });
  accounts.onAccessChanged(userId);
  return { deviceToken: createDevice(accounts.secret, { userId, passwordHash }).token };
}
