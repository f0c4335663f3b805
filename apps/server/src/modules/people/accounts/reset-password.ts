import { addJob } from '../../../platform/jobs/add-job.ts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import { claimGuestOrders } from '../../selling/orders/index.ts';
import { accountProblem } from './account-problem.ts';
import { findAccountByEmail, markVerified, updatePasswordHash } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { createDevice } from './known-device.ts';
import { mailLink } from './mail-link.ts';
import { findMailToken, spendMailTokensOf, takeMailToken } from './mail-token-repository.ts';
import { networkOf } from './network-of.ts';
import { requireGoodPassword } from './password-rules.ts';
import { revokeSessionsOf } from './session-repository.ts';

export const passwordResetJob = 'mail-password-reset';

/**
 * Queues a job that looks up whether the address has an account, so that the answer never differs, not even in its time.
 * @throws ProblemError `too-many-attempts`
 */
export async function requestPasswordReset(
  { db, limits }: Accounts,
  { email, address }: { email: string; address: string },
): Promise<void> {
  await limits.count('mail-address', networkOf(address));
  await addJob(db, { name: passwordResetJob, payload: { email: email.trim() }, maxAttempts: 5 });
}

/** Runs in the job. It mails the stored address, not the typed one. */
export async function mailResetLink(accounts: Accounts, typedEmail: string): Promise<void> {
  await withTransaction(accounts.db, async (tx) => {
    const account = await findAccountByEmail(tx, typedEmail, { forUpdate: true });
    if (!account || account.email === null) return;
    await mailLink(accounts, tx, 'reset-password', { ...account, email: account.email });
  });
}

/**
 * Sets a new password and ends all log-ins. The address counts as verified, because the caller has opened the mail.
 * @returns the device token for the next log-in
 * @throws ProblemError `invalid-mail-token`, `weak-password`
 */
export async function resetPassword(
  { db, secret, passwords, clock, onAccessChanged }: Accounts,
  { token, password }: { token: string; password: string },
): Promise<{ deviceToken: string }> {
  const given = { tokenHash: hashToken(token), purpose: 'reset-password', now: clock() } as const;
  const found = await findMailToken(db, given);
  if (!found) throw accountProblem('invalid-mail-token');
  requireGoodPassword(password, found.email);
  const passwordHash = await passwords.hash(password);
  const { userId } = await withTransaction(db, async (tx) => {
    const holder = await takeMailToken(tx, given);
    if (!holder || !(await markVerified(tx, holder.userId, holder.email)))
      throw accountProblem('invalid-mail-token');
    await claimGuestOrders(tx, holder.userId);
    await updatePasswordHash(tx, holder.userId, passwordHash);
    await spendMailTokensOf(tx, holder.userId, ['change-email', 'log-in', 'reset-password']);
    await revokeSessionsOf(tx, holder.userId, { because: 'password changed' });
    await queueMail(tx, { kind: 'password-changed', recipient: holder.email, data: {} });
    return holder;
  });
  onAccessChanged(userId);
  return { deviceToken: createDevice(secret, { userId, passwordHash }).token };
}
