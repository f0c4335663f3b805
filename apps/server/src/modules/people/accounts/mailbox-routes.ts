/** @file Routes that work by a mail: sign-up, and all uses of a link in a mail except the log-in. */
import {
  ForgottenPassword,
  LoginLinkRequest,
  MailOnItsWay,
  MailTokenRequest,
  PasswordReset,
  Registration,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { confirmEmailChange } from './change-email.ts';
import { setDeviceCookie } from './device-cookie.ts';
import { requestLoginLink } from './login-link.ts';
import { register } from './register.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { resendVerification, verifyEmail } from './verify-email.ts';

const tags = ['auth'];
/** The body identifies the caller, so a client with cookies needs no CSRF token. */
const config = { needsCsrfToken: false };

/** Links that a caller requests with an email address. The answer is the same whether the address has an account or not. */
const links = [
  {
    path: '/auth/login-link',
    operationId: 'requestLoginLink',
    summary: 'Ask for a mail that logs in without a password',
    body: LoginLinkRequest,
    ask: requestLoginLink,
  },
  {
    path: '/auth/forgot-password',
    operationId: 'requestPasswordReset',
    summary: 'Ask for a mail that sets a new password',
    body: ForgottenPassword,
    ask: requestPasswordReset,
  },
] as const;

export function mailboxRoutes(accounts: Accounts): ApiPlugin {
  return async (app) => {
    app.post(
      '/auth/register',
      {
        config,
        schema: {
          tags,
          operationId: 'register',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Create an account; a mail explains the next step',
          description:
            'The answer is the same whether the address has an account or not. The link in the mail confirms the address. The new user can log in immediately.',
          problems: [...accountProblem.known('weak-password', 'too-many-attempts')],
          answers: { 202: 'A mail is on its way' },
          body: Registration,
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        const { email, password, first_name, last_name } = request.body;
        await register(accounts, {
          email,
          password,
          firstName: first_name,
          lastName: last_name,
          address: request.ip,
        });
        return reply.status(202).send({ message: 'Please check your inbox to continue.' });
      },
    );

    for (const { path, operationId, summary, body, ask } of links)
      app.post(
        path,
        {
          config,
          schema: {
            tags,
            operationId,
            asker: 'anybody',
            permission: 'account:write',
            summary,
            description: 'The answer is the same whether the address has an account or not.',
            problems: accountProblem.known('too-many-attempts'),
            answers: { 202: 'A mail is on its way if the account exists' },
            body,
            response: { 202: MailOnItsWay },
          },
        },
        async (request, reply) => {
          await ask(accounts, { email: request.body.email, address: request.ip });
          return reply.status(202).send({
            message:
              'If an account has this email address, a mail is on its way or was sent a few minutes ago.',
          });
        },
      );

    app.post(
      '/auth/verify-email',
      {
        config,
        schema: {
          tags,
          operationId: 'verifyEmail',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Confirm an email address with the token of the mail',
          description: 'Guest orders with the address belong to the account from then on.',
          problems: [...accountProblem.known('invalid-mail-token')],
          body: MailTokenRequest,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await verifyEmail(accounts, request.body.token);
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/auth/resend-verification',
      {
        schema: {
          tags,
          operationId: 'resendVerification',
          asker: 'member',
          permission: 'account:write',
          summary: 'Send the mail again',
          description:
            'The mail has the link that confirms the account’s address. The shop sends at most one every few minutes.',
          problems: [...accountProblem.known('account-gone')],
          answers: { 202: 'A mail is on its way if it is still needed' },
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        await resendVerification(accounts, requireUser(request));
        return reply.status(202).send({
          message: 'If it is still needed, a mail is on its way or was sent a few minutes ago.',
        });
      },
    );

    app.post(
      '/auth/confirm-email-change',
      {
        config,
        schema: {
          tags,
          operationId: 'confirmEmailChange',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Confirm a new email address with the token of the mail; ends other log-ins',
          description: 'The token is in the mail that `POST /me/email` sends to the new address.',
          problems: [...accountProblem.known('invalid-mail-token', 'email-taken')],
          body: MailTokenRequest,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await confirmEmailChange(accounts, {
          token: request.body.token,
          sessionId: request.caller.sessionId,
        });
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/auth/reset-password',
      {
        config,
        schema: {
          tags,
          operationId: 'resetPassword',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Set a new password with the token of the mail; ends all log-ins',
          description: 'The token is in the mail that `POST /auth/forgot-password` sends.',
          problems: [...accountProblem.known('invalid-mail-token', 'weak-password')],
          body: PasswordReset,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { token, password, set_cookies = false } = request.body;
        const { deviceToken } = await resetPassword(accounts, { token, password });
        if (set_cookies) setDeviceCookie(reply, deviceToken);
        return reply.status(204).send(null);
      },
    );
  };
}
