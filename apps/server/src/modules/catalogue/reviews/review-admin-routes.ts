import { ModeratedReview, ModerationList, ModerationQuery, ReviewRejection } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireAdmin } from '../../../platform/http/caller.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { listForModeration, moderateReview } from './moderate-review.ts';
import { reviewIdSchema } from './review.ts';
import { reviewProblem } from './review-errors.ts';

const tags = ['admin'];
const params = Type.Object({ id: reviewIdSchema });

/** A token of the command line belongs to no account. */
const nameOf = ({ userId }: { userId: string | undefined }): string => userId ?? 'administrator';

export function reviewAdminRoutes({ db }: { db: Database }): ApiPlugin {
  return async (app) => {
    app.addHook('onRequest', async (request) => requireAdmin(request.caller));

    app.get(
      '/admin/reviews',
      {
        schema: {
          tags,
          operationId: 'listReviewsToModerate',
          asker: 'admin',
          summary: 'Reviews of a status, those that wait for a decision unless another is asked for',
          description: 'In the order in which they came.',
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
          summary: 'Show a review',
          description: 'It counts for the rating of the product from then on.',
          problems: [...reviewProblem.known('review-not-found')],
          answers: { 200: 'The review as it is now' },
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
          summary: 'Hide a review, and say why',
          description: 'The author reads the note.',
          problems: [...reviewProblem.known('review-not-found')],
          answers: { 200: 'The review as it is now' },
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
