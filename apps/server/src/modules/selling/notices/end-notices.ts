import type { NoticeEnd } from '@kindred/contracts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import type { Notices } from './notice.ts';
import { noticeProblem } from './notice-errors.ts';
import { requireRecipient } from './notice-holder.ts';
import { deleteAllNotices, deleteNotice } from './notice-repository.ts';
import { findRecipientOf, setWatchesWishlist } from './recipient-repository.ts';

/** @throws ProblemError `notice-not-found` */
export async function endOwnNotice(
  db: Database,
  { userId, noticeId }: { userId: string; noticeId: string },
): Promise<void> {
  const recipient = await findRecipientOf(db, userId);
  if (!recipient || !(await deleteNotice(db, recipient.recipientId, noticeId)))
    throw noticeProblem('notice-not-found');
}

/**
 * Ends one notice or all, including those of the wishlist. Ending a notice again changes nothing.
 * @throws ProblemError `invalid-notice-token`
 */
export async function endMailedNotices(
  notices: Pick<Notices, 'db' | 'secret'>,
  { token, notice_id: noticeId }: NoticeEnd,
): Promise<void> {
  const { db } = notices;
  const recipientId = requireRecipient(notices, token);
  if (noticeId !== undefined) {
    await deleteNotice(db, recipientId, noticeId);
    return;
  }
  await withTransaction(db, async (tx) => {
    await setWatchesWishlist(tx, recipientId, false);
    await deleteAllNotices(tx, recipientId);
  });
}
