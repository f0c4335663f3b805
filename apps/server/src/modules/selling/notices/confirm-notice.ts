import type { Notice } from '@kindred/contracts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { presentNotices } from './list-notices.ts';
import type { Notices } from './notice.ts';
import { noticeProblem } from './notice-errors.ts';
import { confirm } from './notice-repository.ts';
import { readNoticeToken } from './notice-token.ts';

/** @throws ProblemError `invalid-notice-token`, also for a notice that has ended or was not confirmed in time */
export async function confirmNotice({ db, secret }: Notices, token: string): Promise<Notice> {
  const noticeId = readNoticeToken(secret, 'confirm', token);
  const notice = noticeId && (await withTransaction(db, (tx) => confirm(tx, noticeId)));
  const [presented] = notice ? await presentNotices(db, [notice]) : [];
  if (!presented) throw noticeProblem('invalid-notice-token');
  return presented;
}
