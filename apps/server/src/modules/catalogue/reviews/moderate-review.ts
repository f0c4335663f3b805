import type { ModeratedReview, ModerationList, ModerationQuery } from '@kindred/contracts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { findByStatus, findModerated, markModerated } from './moderation-repository.ts';
import { findProductOfReview, lockProduct, lockReview } from './own-review-repository.ts';
import { reviewProblem } from './review-errors.ts';

export type Decision =
  | { readonly status: 'published' }
  | { readonly status: 'rejected'; readonly note: string };

/**
 * Records a moderator's decision about a review. A later decision may reverse it.
 * @throws ProblemError `review-not-found`
 */
export async function moderateReview(
  db: Database,
  {
    reviewId,
    decision,
    moderator,
    now,
  }: { reviewId: string; decision: Decision; moderator: string; now: Date },
): Promise<ModeratedReview> {
  return withTransaction(db, async (tx) => {
    const productId = await findProductOfReview(tx, reviewId);
    if (productId !== undefined) await lockProduct(tx, productId);
    const before = await lockReview(tx, reviewId);
    if (!before) throw reviewProblem('review-not-found');
    const { status } = decision;
    const note = status === 'rejected' ? decision.note : null;
    await markModerated(tx, reviewId, { status, note, moderator, now });
    return findModerated(tx, reviewId);
  });
}

/** @throws ProblemError `invalid-cursor` */
export async function listForModeration(db: Database, query: ModerationQuery): Promise<ModerationList> {
  const limit = query.limit ?? 25;
  const [afterId = '0'] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['int8']);
  const found = await findByStatus(db, {
    status: query.status ?? 'pending',
    limit: limit + 1,
    afterId: String(afterId),
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: last && found.length > limit ? encodeCursor([last.review_id]) : null };
}
