import type { Notices } from './notice.ts';
import { noticeProblem } from './notice-errors.ts';
import { readNoticeToken } from './notice-token.ts';

/**
 * Returns the recipient whose notices a mail's link manages.
 * @throws ProblemError `invalid-notice-token`
 */
export function requireRecipient({ secret }: Pick<Notices, 'secret'>, token: string): string {
  const recipientId = readNoticeToken(secret, 'recipient', token);
  if (recipientId === undefined) throw noticeProblem('invalid-notice-token');
  return recipientId;
}
