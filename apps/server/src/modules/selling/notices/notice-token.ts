import { createHmac, timingSafeEqual } from 'node:crypto';

/** `confirm` opens one notice to whoever has its first mail; `recipient` all of theirs to whoever has any later one. */
type Purpose = 'confirm' | 'recipient';

/** What a mail's link carries: an id, and that we gave it out. The same in every mail, so that old links go on working. */
export function noticeToken(secret: string, purpose: Purpose, id: string): string {
  return `${id}.${createHmac('sha256', secret).update(`notice ${purpose}\n${id}`).digest('base64url')}`;
}

/** The id; undefined: it is none of ours. */
export function readNoticeToken(secret: string, purpose: Purpose, token: string): string | undefined {
  const id = token.split('.')[0];
  const [given, right] = [Buffer.from(token), Buffer.from(noticeToken(secret, purpose, id))];
  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined;
}
