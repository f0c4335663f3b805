import type { ReviewVote } from '@kindred/contracts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { holdMember } from '../../../platform/postgres/hold-member.ts';
import { reviewProblem } from './review-errors.ts';
import { adjustHelpfulVotes, deleteVote, findVotable, insertVote } from './vote-repository.ts';

/**
 * Adds or withdraws a user's vote that a review was helpful. Each user has one vote per review.
 * @throws ProblemError `review-not-found`, `own-review`, `account-gone`
 */
export async function voteOnReview(
  db: Database,
  {
    userId,
    productId,
    reviewId,
    isHelpful,
  }: { userId: string; productId: number; reviewId: string; isHelpful: boolean },
): Promise<ReviewVote> {
  return withTransaction(db, async (tx) => {
    if (!(await holdMember(tx, userId))) throw reviewProblem('account-gone');
    const review = await findVotable(tx, { reviewId, productId });
    if (!review) throw reviewProblem('review-not-found');
    if (review.userId === userId) throw reviewProblem('own-review');
    const isChanged = await (isHelpful ? insertVote : deleteVote)(tx, reviewId, userId);
    const helpful_votes = isChanged
      ? await adjustHelpfulVotes(tx, reviewId, isHelpful ? 1 : -1)
      : review.helpfulVotes;
    return { is_helpful: isHelpful, helpful_votes };
  });
}
