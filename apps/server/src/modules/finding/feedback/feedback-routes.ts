import {
  AskedProductId,
  CartTokenHeader,
  Feedback,
  FeedbackList,
  FeedbackQuery,
  NewFeedback,
  RecommendationHistory,
  RecommendationPreferences,
} from '@kindred/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { isOptedOut, keepOptOut } from '../../../platform/http/opt-out.ts';
import { ensureVisitor } from '../../../platform/http/visitor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { catalogProblem } from '../../catalogue/catalog/index.ts';
import { chooseOptOut, forgetItem, readHistory, resetRecommendations } from './change-history.ts';
import { feedbackProblem } from './feedback-errors.ts';
import { removeFeedback } from './feedback-repository.ts';
import { giveFeedback, listFeedback } from './give-feedback.ts';
import { type Person, personAsking } from './person.ts';

const tags = ['recommendations'];
const asker = 'visitor';
const headers = CartTokenHeader;

const knownShopper = ({ caller: { userId }, visitorId }: FastifyRequest) => ({ userId, visitorId });

function person(request: FastifyRequest, reply: FastifyReply): Person {
  if (request.caller.userId === undefined) ensureVisitor(request, reply);
  return personAsking(request)!;
}

export function feedbackRoutes({
  db,
  onChoice,
}: {
  db: Database;
  onChoice: (userId: string) => void;
}): ApiPlugin {
  return async (app) => {
    app.post(
      '/recommendations/feedback',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'giveFeedback',
          summary: 'Say something about a recommended product; the next recommendations follow it',
          description:
            '`like`, `dislike` and `hide` replace each other. It counts for all options of the product. A log-in moves a visitor’s feedback to the account.',
          problems: [...catalogProblem.known('product-not-found'), ...feedbackProblem.known()],
          answers: { 200: 'The same feedback was there already', 201: 'The feedback was stored' },
          body: NewFeedback,
          response: { 200: Feedback, 201: Feedback },
        },
      },
      async (request, reply) => {
        if (isOptedOut(request)) throw feedbackProblem('opted-out');
        const { kind, product_id: productId } = request.body;
        const { feedback, isNew } = await giveFeedback(db, person(request, reply), { kind, productId });
        return reply.status(isNew ? 201 : 200).send(feedback);
      },
    );

    app.get(
      '/recommendations/feedback',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:read',
          headers,
          operationId: 'listFeedback',
          summary: 'List my feedback on recommendations, the newest first',
          description: 'Without an account, it is the visitor’s feedback.',
          answers: { 200: 'A page of feedback' },
          querystring: FeedbackQuery,
          response: { 200: FeedbackList },
        },
      },
      async (request) => listFeedback(db, personAsking(request), request.query),
    );

    app.delete(
      '/recommendations/feedback/:feedback_id',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'takeBackFeedback',
          summary: 'Take feedback back',
          description: 'If there is no such feedback of the caller, the request changes nothing.',
          params: Type.Object({
            feedback_id: Type.String({ pattern: '^[0-9]{1,18}$', description: 'The id of the feedback' }),
          }),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const whose = personAsking(request);
        if (whose) await removeFeedback(db, whose, request.params.feedback_id);
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/me/recommendation-preferences',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:read',
          headers,
          operationId: 'readRecommendationPreferences',
          summary: 'Read whether my recommendations are personal',
          description: 'Without an account, it is the choice of the browser.',
          answers: { 200: 'The choice' },
          response: { 200: RecommendationPreferences },
        },
      },
      async (request) => ({ is_opted_out: isOptedOut(request) }),
    );

    app.patch(
      '/me/recommendation-preferences',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'changeRecommendationPreferences',
          summary: 'Switch personal recommendations off or on',
          description:
            'Off: recommendations are the same as for everybody, the shop deletes what it knows of the caller’s views, clicks, searches and feedback, and stores no more of them. Purchases and reviews stay, and models no longer learn from them. A visitor’s choice is stored in a cookie of the browser.',
          problems: feedbackProblem.known('account-gone'),
          answers: { 200: 'The choice' },
          body: RecommendationPreferences,
          response: { 200: RecommendationPreferences },
        },
      },
      async (request, reply) => {
        const { is_opted_out } = request.body;
        const whose = personAsking(request);
        if (whose) await chooseOptOut(db, whose, is_opted_out);
        if (whose?.kind === 'member') onChoice(whose.userId);
        keepOptOut(reply, is_opted_out && request.caller.userId === undefined);
        return { is_opted_out };
      },
    );

    app.delete(
      '/me/recommendation-preferences',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'resetRecommendations',
          summary: 'Start my recommendations anew',
          description:
            'Deletes the caller’s feedback, views, clicks and searches. Purchases, reviews, cart and wishlist up to now no longer count; bought products are still not recommended.',
          problems: feedbackProblem.known('account-gone'),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const whose = personAsking(request);
        if (whose) await resetRecommendations(db, whose);
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/me/recommendation-history',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:read',
          headers,
          operationId: 'readRecommendationHistory',
          summary: 'List the products from which my recommendations are made, the newest first',
          description:
            'Each product once, with the strongest thing that the caller did with it. Removed products, and those that are no longer a reason, are not in it.',
          answers: { 200: 'The history' },
          response: { 200: RecommendationHistory },
        },
      },
      async (request) => (isOptedOut(request) ? { items: [] } : readHistory(db, knownShopper(request))),
    );

    app.delete(
      '/me/recommendation-history/:product_id',
      {
        schema: {
          tags,
          asker,
          permission: 'feedback:write',
          headers,
          operationId: 'forgetProduct',
          summary: 'Remove a product from the history of my recommendations',
          description:
            'Deletes the caller’s views and clicks of it, in any option. A purchase, a review, the cart and the wishlist stay, and no longer count. A later view counts again.',
          problems: feedbackProblem.known('opted-out', 'feedback-full', 'account-gone'),
          params: Type.Object({ product_id: AskedProductId }),
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        if (isOptedOut(request)) throw feedbackProblem('opted-out');
        const whose = personAsking(request);
        if (whose) await forgetItem(db, whose, request.params.product_id);
        return reply.status(204).send(null);
      },
    );
  };
}
