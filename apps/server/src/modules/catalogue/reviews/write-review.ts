import type { NewReview, OwnReview, ReviewChange } from '@kindred/contracts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { catalogProblem } from '../catalog/index.ts';
import {
  deleteReview,
  findProductOfReview,
  hasBought,
  insertReview,
  lockProduct,
  lockReview,
  lockReviewOf,
  type OwnReviewRow,
  updateReview,
} from './own-review-repository.ts';
import { reviewProblem } from './review-errors.ts';
import { statusOnWriting } from './review-moderation.ts';

/**
 * Each user has one review per product. A second review replaces the first.
 * @throws ProblemError `verify-your-email`, `product-not-found`, `account-gone`
 */
export async function writeReview(
  db: Database,
  { userId, productId, review, now }: { userId: string; productId: number; review: NewReview; now: Date },
): Promise<{ review: OwnReview; isNew: boolean }> {
  return withTransaction(db, async (tx) => {
    await requireVerified(tx, userId);
    if (!(await lockProduct(tx, productId, { isListed: true })))
      throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
    const before = await lockReviewOf(tx, userId, productId);
    const { rating, title = '', text = '' } = review;
    if (before) return { review: await rewrite(tx, before, { rating, title, text }, now), isNew: false };

    const words = { title: title.trim(), text: text.trim() };
    const isVerifiedPurchase = await hasBought(tx, userId, productId);
    const status = statusOnWriting({ ...words, isVerifiedPurchase });
    const content = { ...words, rating, isVerifiedPurchase, status, writtenAt: now };
    return { review: await insertReview(tx, { userId, productId, content }), isNew: true };
  });
}

/** @throws ProblemError `verify-your-email`, `review-not-found`, `account-gone` */
export async function changeReview(
  db: Database,
  { userId, reviewId, change, now }: { userId: string; reviewId: string; change: ReviewChange; now: Date },
): Promise<OwnReview> {
  return withTransaction(db, async (tx) => {
    await requireVerified(tx, userId);
    return rewrite(tx, await lockOwn(tx, userId, reviewId), change, now);
  });
}

/** @throws ProblemError `review-not-found` */
export async function removeReview(
  db: Database,
  { userId, reviewId }: { userId: string; reviewId: string },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    await lockOwn(tx, userId, reviewId);
    await deleteReview(tx, reviewId);
  });
}

/** The caller holds the product's lock. */
async function rewrite(
  tx: Transaction,
  before: OwnReviewRow,
  change: ReviewChange,
  now: Date,
): Promise<OwnReview> {
  const { rating = before.rating, title = before.title, text = before.text } = change;
  const words = { title: title.trim(), text: text.trim() };
  const isVerifiedPurchase = await hasBought(tx, before.user_id, before.product_id);
  const status = statusOnWriting({
    ...words,
    isVerifiedPurchase,
    wasRejected: before.status === 'rejected',
  });
  const content = { ...words, rating, isVerifiedPurchase, status, writtenAt: now };
  return updateReview(tx, before.review_id, content);
}

async function requireVerified(tx: Transaction, userId: string): Promise<void> {
  const member = await holdMember(tx, userId);
  if (!member) throw reviewProblem('account-gone');
  if (!member.isVerified)
    throw reviewProblem('verify-your-email', 'Open the link in the email that we sent you, then try again.');
}

async function lockOwn(tx: Transaction, userId: string, reviewId: string): Promise<OwnReviewRow> {
  const productId = await findProductOfReview(tx, reviewId);
  if (productId !== undefined) await lockProduct(tx, productId);
  const review = await lockReview(tx, reviewId);
  if (!review || review.user_id !== userId) throw reviewProblem('review-not-found');
  return review;
}
