import { createHmac, timingSafeEqual } from 'node:crypto';

/** `confirm` is in the first mail and opens one notice. `recipient` is in all later mails and opens all notices of the recipient. */
type Purpose = 'confirm' | 'recipient';

/** Signs an id for a mail's link. The token is the same in every mail, so old links keep working. */
export function noticeToken(secret: string, purpose: Purpose, id: string): string {
  return `${id}.${createHmac('sha256', secret).update(`notice ${purpose}\n${id}`).digest('base64url')}`;
}

/** Returns the id, or undefined for a token that the shop did not issue. */
export function readNoticeToken(secret: string, purpose: Purpose, token: string): string | undefined {
  const id = token.split('.')[0];
  const [given, right] = [Buffer.from(token), Buffer.from(noticeToken(secret, purpose, id))];
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
}
