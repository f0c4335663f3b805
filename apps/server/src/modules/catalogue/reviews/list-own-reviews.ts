import type { OwnReviewList, OwnReviewQuery } from '@kindred/contracts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findEntries } from '../catalog/index.ts';
import { findReviewsOf } from './own-review-repository.ts';

/**
 * Lists a user's own reviews, the newest first, with their products.
 * @throws ProblemError `invalid-cursor`
 */
export async function listOwnReviews(
  db: Database,
  userId: string,
  query: OwnReviewQuery,
): Promise<OwnReviewList> {
  const limit = query.limit ?? 10;
  const [reviewedAt, reviewId] =
    query.cursor === undefined ? [] : decodeCursor(query.cursor, ['time', 'int8']);
  const after =
    reviewedAt === undefined ? undefined : { reviewedAt: String(reviewedAt), reviewId: String(reviewId) };
  const found = await findReviewsOf(db, userId, { limit: limit + 1, after, productId: query.product_id });
  const page = found.slice(0, limit);
  const products = await findEntries(
    db,
    page.map(({ product_id }) => product_id),
  );
  const last = page.at(-1);
  return {
    items: page.map((review) => ({ ...review, product: products.get(review.product_id)?.product ?? null })),
    next_cursor: last && found.length > limit ? encodeCursor([last.reviewed_at, last.review_id]) : null,
  };
}
