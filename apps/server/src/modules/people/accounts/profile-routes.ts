import {
  AccountDeletion,
  AccountExport,
  EmailChange,
  MailOnItsWay,
  PasswordChange,
  Profile,
  ProfileChange,
} from '@kindred/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { clearSessionCookies } from '../../../platform/http/session-cookies.ts';
import { endVisitor } from '../../../platform/http/visitor.ts';
import { profileOf, tidyText } from './account.ts';
import { accountProblem } from './account-problem.ts';
import { updateProfile } from './account-repository.ts';
import type { Accounts } from './accounts.ts';
import { requestEmailChange } from './change-email.ts';
import { changePassword } from './change-password.ts';
import { setDeviceCookie } from './device-cookie.ts';
import { eraseAccount } from './erase-account.ts';
import { findEverythingAbout } from './export-repository.ts';
import { type Requirer, requireAccount } from './require-account.ts';

const tags = ['account'];

function requirerOf(request: FastifyRequest): Requirer {
  return { userId: requireUser(request), sessionId: request.caller.sessionId };
}

export function profileRoutes(accounts: Accounts): ApiPlugin {
  const { db } = accounts;
  return async (app) => {
    app.get(
      '/me',
      {
        schema: {
          tags,
          operationId: 'getProfile',
          asker: 'member',
          permission: 'account:read',
          summary: 'One’s profile',
          description: 'The profile has name, email address, role and other details of the account.',
          problems: [...accountProblem.known('account-gone')],
          answers: { 200: 'The profile' },
          response: { 200: Profile },
        },
      },
      async (request) => profileOf(await requireAccount(db, requireUser(request))),
    );

    app.patch(
      '/me',
      {
        schema: {
          tags,
          operationId: 'changeProfile',
          asker: 'member',
          permission: 'account:write',
          summary: 'Change my profile',
          description:
            'Fields that the request leaves out stay; null clears a field. The email address and the password have routes of their own.',
          problems: [...accountProblem.known('account-gone')],
          answers: { 200: 'The changed profile' },
          body: ProfileChange,
          response: { 200: Profile },
        },
      },
      async (request) => {
        const account = await requireAccount(db, requireUser(request));
        const { first_name, last_name, age, gender, address } = request.body;
        const changed = {
          ...account,
          firstName: first_name === undefined ? account.firstName : tidyText(first_name),
          lastName: last_name === undefined ? account.lastName : tidyText(last_name),
          age: age === undefined ? account.age : age,
          gender: gender === undefined ? account.gender : gender,
          address: address === undefined ? account.address : tidyText(address),
        };
        await updateProfile(db, changed);
        return profileOf(changed);
      },
    );

    app.post(
      '/me/email',
      {
        schema: {
          tags,
          operationId: 'requestEmailChange',
          asker: 'member',
          permission: 'account:write',
          summary: 'Change my email address; the new one counts after it is confirmed',
          description: 'The shop also mails the old address. Nothing changes until the link is used.',
          problems: [...accountProblem.known('account-gone', 'wrong-password', 'too-many-attempts')],
          answers: { 202: 'A mail is on its way to the new address' },
          body: EmailChange,
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        await requestEmailChange(accounts, {
          ...request.body,
          caller: requirerOf(request),
          address: request.ip,
        });
        return reply.status(202).send({
          message:
            'A mail with a link is on its way to the new address. Nothing changes until you open the link.',
        });
      },
    );

    app.post(
      '/me/password',
      {
        schema: {
          tags,
          operationId: 'changePassword',
          asker: 'member',
          permission: 'account:write',
          summary: 'Change my password; ends all other log-ins, and makes all other devices unknown',
          description: 'The caller stays logged in.',
          problems: [
            ...accountProblem.known('account-gone', 'wrong-password', 'weak-password', 'too-many-attempts'),
          ],
          body: PasswordChange,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { deviceToken } = await changePassword(accounts, {
          caller: requirerOf(request),
          currentPassword: request.body.current_password,
          password: request.body.password,
        });
        if (request.caller.via === 'cookie') setDeviceCookie(reply, deviceToken);
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/me/export',
      {
        schema: {
          tags,
          operationId: 'exportAccount',
          asker: 'member',
          permission: 'account:read',
          summary: 'Export all data about me',
          description:
            'The answer is one JSON document. The columns of each list are those of the shop’s tables.',
          problems: [...accountProblem.known('account-gone')],
          answers: { 200: 'Everything' },
          response: { 200: AccountExport },
        },
      },
      async (request, reply) => {
        const everything = await findEverythingAbout(db, requireUser(request));
        if (!everything) throw accountProblem('account-gone');
        reply.header('content-disposition', 'attachment; filename="kindred-account.json"');
        return everything;
      },
    );

    app.delete(
      '/me',
      {
        schema: {
          tags,
          operationId: 'deleteAccount',
          asker: 'member',
          permission: 'account:write',
          summary: 'Delete my account and all its personal data, permanently',
          description: 'Orders stay without a name. An order that is under way has to end first.',
          problems: [
            ...accountProblem.known('account-gone', 'wrong-password', 'open-orders', 'too-many-attempts'),
          ],
          body: AccountDeletion,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await eraseAccount(accounts, { caller: requirerOf(request), password: request.body.password });
        clearSessionCookies(reply);
        endVisitor(reply);
        return reply.status(204).send(null);
      },
    );
  };
}
