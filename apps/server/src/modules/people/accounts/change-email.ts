/** @file Changes the email address of an account. The new address counts after its owner has confirmed it by a mail. */
import { emailKey } from '../../../platform/email-spellings.ts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { findDatabaseError, withTransaction } from '../../../platform/postgres/database.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import { queueMail } from '../../mailing/mails/index.ts';
import { claimGuestOrders } from '../../selling/orders/index.ts';
import { accountProblem } from './account-problem.ts';
import { findAccount, findAccountByEmail, updateEmail } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { deleteMailsCausedBy } from './erasure-repository.ts';
import { createLink } from './mail-link.ts';
import { spendMailTokensOf, takeMailToken } from './mail-token-repository.ts';
import { networkOf } from './network-of.ts';
import { type Requirer, requireAccount, requirePassword } from './require-account.ts';
import { revokeSessionsOf } from './session-repository.ts';
import { tellOwnerOfSignUp } from './tell-owner-of-sign-up.ts';

/**
 * Mails a link to the new address, or a notice if another account has it. The caller cannot see which.
 * @throws ProblemError `wrong-password`, `too-many-attempts`, `invalid-request` for the address that the account already has
 */
export async function requestEmailChange(
  accounts: Accounts,
  {
    caller,
    password,
    email,
    address,
  }: {
    caller: Requirer;
    password: string;
    email: string /** Where the request comes from. */;
    address: string;
  },
): Promise<void> {
  const { db, limits, publicUrl } = accounts;
  const { userId, sessionId } = caller;
  const before = await requirePassword(accounts, caller, password);
  if (emailKey(email) === emailKey(before.email))
    throw invalidRequest([
      {
        in: 'body',
        pointer: '/email',
        code: 'unchanged',
        message: 'email is the address that you already have',
      },
    ]);
  await limits.count('email-change', userId);
  await limits.count('mail-address', networkOf(address));
  const owner = await findAccountByEmail(db, email);
  await withTransaction(db, async (tx) => {
    const { isVerified } = await requireAccount(tx, userId, { forUpdate: true });
    await spendMailTokensOf(tx, userId, ['change-email']);
    if (!owner) {
      const link = await createLink(accounts, tx, 'change-email', { userId, email, sessionId });
      await queueMail(tx, { kind: 'change-email', recipient: email, data: { link } });
    }
    if (isVerified)
      await queueMail(tx, {
        kind: 'email-change-asked',
        recipient: before.email,
        data: { reset_link: `${publicUrl}/forgot-password` },
      });
  });
  if (owner) await tellOwnerOfSignUp(accounts, owner);
}

/**
 * Handles the link in the mail to the new address. Links in mails to the old address become invalid, and all log-ins end except the one
 * that asked and the one that confirms.
 * @throws ProblemError `invalid-mail-token`, `email-taken`
 */
export async function confirmEmailChange(
  accounts: Accounts,
  { token, sessionId }: { token: string; sessionId: string | undefined },
): Promise<void> {
  const userId = await changeEmail(accounts, { token, sessionId }).catch((error: unknown) => {
    if (findDatabaseError(error)?.constraint === 'users_email_key') throw accountProblem('email-taken');
    throw error;
  });
  accounts.onAccessChanged(userId);
}

function changeEmail(
  { db, clock, publicUrl }: Accounts,
  { token, sessionId }: { token: string; sessionId: string | undefined },
): Promise<string> {
  return withTransaction(db, async (tx) => {
    const holder = await takeMailToken(tx, {
      tokenHash: hashToken(token),
      purpose: 'change-email',
      now: clock(),
    });
    if (!holder) throw accountProblem('invalid-mail-token');
    const before = await findAccount(tx, holder.userId, { forUpdate: true });
    if (!before?.email) throw accountProblem('invalid-mail-token');
    const { userId, email: formerEmail, isVerified } = before;
    if (!(await updateEmail(tx, userId, holder.email))) throw accountProblem('email-taken');
    await spendMailTokensOf(tx, userId, ['change-email', 'log-in', 'reset-password', 'verify-email']);
    await revokeSessionsOf(tx, userId, { because: 'e-mail changed', except: [holder.sessionId, sessionId] });
    // An address that was never verified may belong to a stranger: it gets no mail, and this account's mails to it are deleted.
    if (isVerified)
      await queueMail(tx, {
        kind: 'email-changed',
        recipient: formerEmail,
        data: { contact_link: `${publicUrl}/contact` },
      });
    else await deleteMailsCausedBy(tx, { userId, email: formerEmail });
    await claimGuestOrders(tx, userId);
    return userId;
  });
}
