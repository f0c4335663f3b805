import type { Transaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { noticeProblem } from './notice-errors.ts';

/** @throws ProblemError `verify-your-email`, `account-gone` */
export async function requireVerified(tx: Transaction, userId: string): Promise<void> {
  const member = await holdMember(tx, userId);
  if (!member) throw noticeProblem('account-gone');
  if (!member.isVerified)
    throw noticeProblem('verify-your-email', 'Open the link in the email that we sent you, then try again.');
}
