import {
  NewReview,
  OwnReview,
  OwnReviewList,
  OwnReviewQuery,
  OwnReviewVotes,
  ReviewableList,
  ReviewableQuery,
  ReviewChange,
  ReviewVote,
  ReviewVoteQuery,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem, productParams } from '../catalog/index.ts';
import { listOwnReviews } from './list-own-reviews.ts';
import { listReviewable } from './list-reviewable.ts';
import { reviewIdSchema } from './review.ts';
import { reviewProblem } from './review-errors.ts';
import { voteOnReview } from './vote-on-review.ts';
import { findVotedIds } from './vote-repository.ts';
import { changeReview, removeReview, writeReview } from './write-review.ts';

const tags = ['reviews'];
const params = Type.Object({ review_id: reviewIdSchema });
const voteParams = Type.Object({ ...productParams.properties, ...params.properties });

export function ownReviewRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.post(
      '/products/:id/reviews',
      {
        schema: {
          tags,
          operationId: 'writeReview',
          asker: 'member',
          permission: 'account:write',
          summary: 'Write a review, or replace an earlier one (200)',
          description:
            'Each account has one review per product. The review may wait for the shop’s approval: see `status`.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...reviewProblem.known('verify-your-email', 'account-gone'),
          ],
          answers: { 200: 'The review replaced an earlier one', 201: 'The review was created' },
          params: productParams,
          body: NewReview,
          response: { 200: OwnReview, 201: OwnReview },
        },
      },
      async (request, reply) => {
        const userId = requireUser(request);
        const productId = request.params.id;
        const written = await writeReview(db, { userId, productId, review: request.body, now: new Date() });
        return reply.status(written.isNew ? 201 : 200).send(written.review);
      },
    );

    app.get(
      '/me/reviews',
      {
        schema: {
          tags,
          operationId: 'listOwnReviews',
          asker: 'member',
          permission: 'account:read',
          summary: 'List my reviews, the newest first',
          description: 'The list includes reviews that wait for approval and reviews that were rejected.',
          answers: { 200: 'A page of reviews' },
          querystring: OwnReviewQuery,
          response: { 200: OwnReviewList },
        },
      },
      async (request) => listOwnReviews(db, requireUser(request), request.query),
    );

    app.get(
      '/me/reviewable',
      {
        schema: {
          tags,
          operationId: 'listReviewable',
          asker: 'member',
          permission: 'account:read',
          summary: 'List products that were delivered to me and that I have not reviewed',
          description: 'The latest delivery comes first.',
          answers: { 200: 'The products' },
          querystring: ReviewableQuery,
          response: { 200: ReviewableList },
        },
      },
      async (request) => listReviewable(db, requireUser(request), request.query),
    );

    app.get(
      '/me/review-votes',
      {
        schema: {
          tags,
          operationId: 'listOwnReviewVotes',
          asker: 'member',
          permission: 'account:read',
          summary: 'List the reviews of a product that I marked as helpful',
          description: 'A page needs them to show which of its buttons are pressed.',
          answers: { 200: 'The ids of these reviews' },
          querystring: ReviewVoteQuery,
          response: { 200: OwnReviewVotes },
        },
      },
      async (request) => ({
        review_ids: await findVotedIds(db, requireUser(request), request.query.product_id),
      }),
    );

    app.patch(
      '/me/reviews/:review_id',
      {
        schema: {
          tags,
          operationId: 'changeReview',
          asker: 'member',
          permission: 'account:write',
          summary: 'Change a review of mine',
          description:
            'Fields that the request leaves out stay. The review may wait for the shop’s approval again.',
          problems: [...reviewProblem.known('verify-your-email', 'review-not-found', 'account-gone')],
          answers: { 200: 'The changed review' },
          params,
          body: ReviewChange,
          response: { 200: OwnReview },
        },
      },
      async (request) => {
        const userId = requireUser(request);
        const reviewId = request.params.review_id;
        return changeReview(db, { userId, reviewId, change: request.body, now: new Date() });
      },
    );

    app.delete(
      '/me/reviews/:review_id',
      {
        schema: {
          tags,
          operationId: 'deleteReview',
          asker: 'member',
          permission: 'account:write',
          summary: 'Delete a review of mine',
          description: 'The product’s rating changes with it.',
          problems: [...reviewProblem.known('review-not-found')],
          params,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await removeReview(db, { userId: requireUser(request), reviewId: request.params.review_id });
        return reply.status(204).send(null);
      },
    );

    for (const isHelpful of [true, false]) {
      app.route({
        method: isHelpful ? 'POST' : 'DELETE',
        url: '/products/:id/reviews/:review_id/helpful',
        schema: {
          tags,
          operationId: isHelpful ? 'voteForReview' : 'takeVoteBack',
          asker: 'member',
          permission: 'account:write',
          summary: isHelpful ? 'Mark a review as helpful' : 'Withdraw that mark',
          description: 'Each account has one vote per review. Repeating the request changes nothing.',
          problems: reviewProblem.known('review-not-found', 'own-review', 'account-gone'),
          answers: { 200: 'The vote, and the number of votes' },
          params: voteParams,
          response: { 200: ReviewVote },
        },
        handler: async (request) => {
          const { id: productId, review_id: reviewId } = request.params;
          return voteOnReview(db, { userId: requireUser(request), productId, reviewId, isHelpful });
        },
      });
    }
  };
}
