import { queueMail } from '../../mailing/mails/index.ts';
import type { Account } from './account.ts';
import type { Accounts } from './accounts.ts';

/** Answers a sign-up with a known address only by a mail to its owner. */
export async function tellOwnerOfSignUp(
  { db, limits, publicUrl }: Accounts,
  { userId, email }: Account,
): Promise<void> {
  if (email === null || !(await limits.take('registered-mail', userId))) return;
  await queueMail(db, {
    kind: 'already-registered',
    recipient: email,
    data: { login_link: `${publicUrl}/login`, reset_link: `${publicUrl}/forgot-password` },
  });
}
