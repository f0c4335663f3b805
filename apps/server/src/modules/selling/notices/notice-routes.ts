import {
  NewNotice,
  Notice,
  NoticeEnd,
  NoticeList,
  NoticeReceipt,
  NoticeToken,
  Uuid,
} from '@kindred/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { catalogProblem, productParams } from '../../catalogue/catalog/index.ts';
import { askForNotice } from './ask-for-notice.ts';
import { confirmNotice } from './confirm-notice.ts';
import { endMailedNotices, endOwnNotice } from './end-notices.ts';
import { listMailedNotices, listOwnNotices } from './list-notices.ts';
import type { Asker, Notices } from './notice.ts';
import { noticeProblem } from './notice-errors.ts';

const tags = ['notices'];
const params = Type.Object({ notice_id: Uuid('Of the notice') });

/** The limit also holds for our own pages, which no other limit covers, so that nobody can flood another person's inbox. */
const askLimit = { max: 10, timeWindow: '1 minute', allowList: [] };

/** @throws ProblemError `invalid-request` */
function askerOf({ caller }: FastifyRequest, email: string | undefined): Asker {
  if (caller.userId !== undefined) return { kind: 'user', userId: caller.userId };
  if (email === undefined)
    throw invalidRequest([{ in: 'body', pointer: '/email', code: 'required', message: 'email is required' }]);
  return { kind: 'guest', email };
}

export function noticeRoutes(notices: Notices): ApiPlugin {
  const { db } = notices;
  return async (app) => {
    app.post(
      '/products/:id/notices',
      {
        config: { rateLimit: askLimit },
        schema: {
          tags,
          operationId: 'askForNotice',
          asker: 'visitor',
          permission: 'notices:write',
          summary: 'Ask for a mail when a product is back in stock or cheaper',
          description: 'A caller without an account gives an email address and has to confirm it first.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...noticeProblem.known(
              'available-now',
              'no-price',
              'verify-your-email',
              'too-many-notices',
              'account-gone',
            ),
          ],
          answers: { 201: 'The notice was created', 202: 'The notice starts when the address is confirmed' },
          params: productParams,
          body: NewNotice,
          response: { 201: NoticeReceipt, 202: NoticeReceipt },
        },
      },
      async (request, reply) => {
        const { kind, email } = request.body;
        const asker = askerOf(request, email);
        const receipt = await askForNotice(notices, { asker, productId: request.params.id, kind });
        return reply.status(receipt.state === 'active' ? 201 : 202).send(receipt);
      },
    );

    app.get(
      '/me/notices',
      {
        schema: {
          tags,
          operationId: 'listNotices',
          asker: 'member',
          permission: 'account:read',
          summary: 'List my notices',
          description: 'Returns the notices for single products, and whether the wishlist is watched.',
          answers: { 200: 'The notices' },
          response: { 200: NoticeList },
        },
      },
      async (request) => listOwnNotices(db, requireUser(request)),
    );

    app.delete(
      '/me/notices/:notice_id',
      {
        schema: {
          tags,
          operationId: 'endNotice',
          asker: 'member',
          permission: 'account:write',
          summary: 'End one of my notices',
          description: 'The shop sends no more mails for it.',
          problems: [...noticeProblem.known('notice-not-found')],
          params,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { notice_id: noticeId } = request.params;
        await endOwnNotice(db, { userId: requireUser(request), noticeId });
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/notices/confirm',
      {
        schema: {
          tags,
          operationId: 'confirmNotice',
          asker: 'anybody',
          permission: 'notices:write',
          summary: 'Confirm a notice with the token of the mail',
          description:
            'For shoppers without an account: the shop mails the address only after it is confirmed.',
          problems: [...noticeProblem.known('invalid-notice-token')],
          answers: { 200: 'The notice' },
          body: NoticeToken,
          response: { 200: Notice },
        },
      },
      async (request) => confirmNotice(notices, request.body.token),
    );

    app.get(
      '/notices',
      {
        schema: {
          tags,
          operationId: 'listMailedNotices',
          asker: 'anybody',
          permission: 'notices:write',
          summary: 'List the notices of an address with the token of any mail',
          description: 'For shoppers without an account who have a mail of the shop.',
          problems: [...noticeProblem.known('invalid-notice-token')],
          answers: { 200: 'The notices' },
          querystring: NoticeToken,
          response: { 200: NoticeList },
        },
      },
      async (request) => listMailedNotices(notices, request.query.token),
    );

    app.post(
      '/notices/end',
      {
        schema: {
          tags,
          operationId: 'endMailedNotices',
          asker: 'anybody',
          permission: 'notices:write',
          summary: 'End one notice or all with the token of any mail',
          description: 'For shoppers without an account who have a mail of the shop.',
          problems: [...noticeProblem.known('invalid-notice-token', 'notice-not-found')],
          body: NoticeEnd,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await endMailedNotices(notices, request.body);
        return reply.status(204).send(null);
      },
    );
  };
}
