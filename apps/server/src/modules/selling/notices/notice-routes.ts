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

/** Also for our own pages, which ask in process and are in no other way limited: an address is no inbox to fill. */
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
          summary: 'Be mailed when a product is back in stock, or cheaper',
          description: 'Who has no account says an email address, which has to confirm it first.',
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
          answers: { 201: 'There is a notice', 202: 'There is one once the address has confirmed it' },
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
          summary: 'What I am to be mailed about',
          description: 'Notices that were asked for one by one, and whether the wishlist is watched.',
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
          summary: 'End a notice of mine',
          description: 'Nobody is mailed about it any more.',
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
          summary: 'Confirms a notice, by the token of the mail',
          description: 'For who has no account: the address is mailed only once it has said so.',
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
          summary: 'What an address is mailed about, by the token of any notice',
          description: 'For who has a mail of the shop, and no account.',
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
          summary: 'Ends one notice or all, by the token of any',
          description: 'For who has a mail of the shop, and no account.',
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
