/** @file Log-in by a mail. It lets an owner log in on a new device even while strangers use up the attempts. */
import { addJob } from '../../../platform/jobs/add-job.ts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import type { Account } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { findAccount, findAccountByEmail } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { findKnownDevice } from './known-device.ts';
import { enter, type Login, type LoginPlace } from './login.ts';
import { mailLink } from './mail-link.ts';
import { spendMailTokensOf, takeMailToken } from './mail-token-repository.ts';
import { networkOf } from './network-of.ts';

export const loginLinkJob = 'mail-login-link';

/**
 * Queues a job that looks up whether the address has an account, as for a password reset.
 * @throws ProblemError `too-many-attempts`
 */
export async function requestLoginLink(
  { db, limits }: Accounts,
  { email, address }: { email: string; address: string },
): Promise<void> {
  await limits.count('mail-address', networkOf(address));
  await addJob(db, { name: loginLinkJob, payload: { email: email.trim() }, maxAttempts: 5 });
}

/**
 * Runs in the job. For an unverified address, it mails a link to set a new password instead, which locks out the person who signed up.
 */
export async function mailLoginLink(accounts: Accounts, typedEmail: string): Promise<void> {
  await withTransaction(accounts.db, async (tx) => {
    const account = await findAccountByEmail(tx, typedEmail, { forUpdate: true });
    if (!account || account.email === null) return;
    const purpose = account.isVerified ? 'log-in' : 'reset-password';
    await mailLink(accounts, tx, purpose, { ...account, email: account.email });
  });
}

/** @throws ProblemError `invalid-mail-token` */
export async function redeemLoginLink(
  accounts: Accounts,
  { token, ...place }: LoginPlace & { token: string },
): Promise<Login> {
  const { db, secret, clock } = accounts;
  const account = await withTransaction(db, async (tx): Promise<Account | undefined> => {
    const holder = await takeMailToken(tx, { tokenHash: hashToken(token), purpose: 'log-in', now: clock() });
    if (!holder) return undefined;
    await spendMailTokensOf(tx, holder.userId, ['log-in']);
    const found = await findAccount(tx, holder.userId);
    return found?.email === holder.email ? found : undefined;
  });
  if (!account) throw accountProblem('invalid-mail-token');
  const device = findKnownDevice(secret, account, place.deviceTokens);
  return enter(accounts, { account, device, place });
}
