import { ModeratedReview, ModerationList, ModerationQuery, ReviewRejection } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { listForModeration, moderateReview } from './moderate-review.ts';
import { reviewIdSchema } from './review.ts';
import { reviewProblem } from './review-errors.ts';

const tags = ['admin'];
const params = Type.Object({ id: reviewIdSchema });

/** A token made on the command line belongs to no account. */
const nameOf = ({ userId }: { userId: string | undefined }): string => userId ?? 'administrator';

export function reviewAdminRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/reviews',
      {
        schema: {
          tags,
          operationId: 'listReviewsToModerate',
          asker: 'admin',
          permission: 'reviews:read',
          summary: 'List reviews by status; by default, those that wait for a decision',
          description: 'The oldest review comes first.',
          answers: { 200: 'A page of reviews' },
          querystring: ModerationQuery,
          response: { 200: ModerationList },
        },
      },
      async (request) => listForModeration(db, request.query),
    );

    app.post(
      '/admin/reviews/:id/publish',
      {
        schema: {
          tags,
          operationId: 'publishReview',
          asker: 'admin',
          permission: 'reviews:write',
          summary: 'Approve a review',
          description: 'The shop shows the review, and it counts in the product’s rating.',
          problems: [...reviewProblem.known('review-not-found')],
          answers: { 200: 'The changed review' },
          params,
          response: { 200: ModeratedReview },
        },
      },
      async (request) =>
        moderateReview(db, {
          reviewId: request.params.id,
          decision: { status: 'published' },
          moderator: nameOf(request.caller),
          now: new Date(),
        }),
    );

    app.post(
      '/admin/reviews/:id/reject',
      {
        schema: {
          tags,
          operationId: 'rejectReview',
          asker: 'admin',
          permission: 'reviews:write',
          summary: 'Reject a review, with a reason',
          description: 'The shop hides the review and shows the note to its author.',
          problems: [...reviewProblem.known('review-not-found')],
          answers: { 200: 'The changed review' },
          params,
          body: ReviewRejection,
          response: { 200: ModeratedReview },
        },
      },
      async (request) =>
        moderateReview(db, {
          reviewId: request.params.id,
          decision: { status: 'rejected', note: request.body.note },
          moderator: nameOf(request.caller),
          now: new Date(),
        }),
    );
  };
}
