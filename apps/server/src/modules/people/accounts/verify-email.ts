import { withTransaction } from '../../../platform/postgres/database.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import { claimGuestOrders } from '../../selling/orders/index.ts';
import { accountProblem } from './account-problem.ts';
import { markVerified } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { mailLink } from './mail-link.ts';
import { takeMailToken } from './mail-token-repository.ts';
import { requireAccount } from './require-account.ts';

/**
 * Verifies the address. Guest orders with the address belong to the account from now on.
 * @throws ProblemError `invalid-mail-token`
 */
export async function verifyEmail({ db, clock }: Accounts, token: string): Promise<void> {
  await withTransaction(db, async (tx) => {
    const holder = await takeMailToken(tx, {
      tokenHash: hashToken(token),
      purpose: 'verify-email',
      now: clock(),
    });
    if (!holder || !(await markVerified(tx, holder.userId, holder.email)))
      throw accountProblem('invalid-mail-token');
    await claimGuestOrders(tx, holder.userId);
  });
}

/** Sends another mail, unless the address is already verified or a mail was sent recently. */
export async function resendVerification(accounts: Accounts, userId: string): Promise<void> {
  await withTransaction(accounts.db, async (tx) => {
    const { email, isVerified, firstName } = await requireAccount(tx, userId, { forUpdate: true });
    if (email === null || isVerified) return;
    await mailLink(accounts, tx, 'verify-email', { userId, email, firstName });
  });
}
