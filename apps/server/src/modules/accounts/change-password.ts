import { withTransaction } from '../../platform/postgres/database.ts';
import { queueMail } from '../mails/index.ts';
import { updatePasswordHash } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { spendMailTokensOf } from './mail-token-repository.ts';
import { requireGoodPassword } from './password-rules.ts';
import { requirePassword } from './require-account.ts';
import { revokeSessionsOf } from './session-repository.ts';

/**
 * Ends all sessions but the one that asks.
 * @throws ProblemError `wrong-password`, `weak-password`, `too-many-attempts`
 */
export async function changePassword(
  accounts: Accounts,
  {
    userId,
    sessionId,
    currentPassword,
    password,
  }: { userId: string; sessionId: string | undefined; currentPassword: string; password: string },
): Promise<void> {
  const { email } = await requirePassword(accounts, userId, currentPassword);
  requireGoodPassword(password, email);
  const passwordHash = await accounts.passwords.hash(password);
  await withTransaction(accounts.db, async (tx) => {
    await updatePasswordHash(tx, userId, passwordHash);
    await spendMailTokensOf(tx, userId, 'reset-password');
    await revokeSessionsOf(tx, userId, { because: 'password changed', except: sessionId });
    await queueMail(tx, { kind: 'password-changed', recipient: email, data: {} });
  });
}
