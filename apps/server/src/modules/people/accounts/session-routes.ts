import { LoginSessionList, Uuid } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { clearSessionCookies } from '../../../platform/http/session-cookies.ts';
import { endVisitor } from '../../../platform/http/visitor.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { endSessionOf, findSessionsOf, revokeSessionsOf } from './session-repository.ts';

const tags = ['account'];
const sessionParams = Type.Object({ id: Uuid('Of the log-in') });

/** Routes for the caller's log-ins. */
export function sessionRoutes({ db, onAccessChanged }: Accounts): ApiPlugin {
  return async (app) => {
    app.get(
      '/me/sessions',
      {
        schema: {
          tags,
          operationId: 'listLogins',
          asker: 'member',
          permission: 'account:read',
          summary: 'List my log-ins, the most recently used first',
          description:
            'The list has each device that is logged in to the account, with the network of its last use.',
          answers: { 200: 'The log-ins' },
          response: { 200: LoginSessionList },
        },
      },
      async (request) => {
        const sessions = await findSessionsOf(db, requireUser(request));
        const { sessionId } = request.caller;
        return { items: sessions.map((one) => ({ ...one, is_current: one.session_id === sessionId })) };
      },
    );

    app.delete(
      '/me/sessions',
      {
        schema: {
          tags,
          operationId: 'endOtherLogins',
          asker: 'member',
          permission: 'account:write',
          summary: 'End all my log-ins except this one, immediately',
          description: 'Their access tokens become invalid.',
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const userId = requireUser(request);
        await revokeSessionsOf(db, userId, {
          because: 'ended elsewhere',
          except: [request.caller.sessionId],
        });
        onAccessChanged(userId);
        return reply.status(204).send(null);
      },
    );

    app.delete(
      '/me/sessions/:id',
      {
        schema: {
          tags,
          operationId: 'endLogin',
          asker: 'member',
          permission: 'account:write',
          summary: 'End one of my log-ins, immediately; for this one, it is a log-out',
          description: 'Its access token becomes invalid.',
          problems: [...accountProblem.known('session-not-found')],
          params: sessionParams,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const userId = requireUser(request);
        const { id } = request.params;
        const isOwn = id === request.caller.sessionId;
        const because = isOwn ? 'logged out' : 'ended elsewhere';
        if (!(await endSessionOf(db, { userId, sessionId: id, because })))
          throw accountProblem('session-not-found');
        onAccessChanged(userId);
        if (isOwn && request.caller.via === 'cookie') {
          clearSessionCookies(reply);
          endVisitor(reply);
        }
        return reply.status(204).send(null);
      },
    );
  };
}
