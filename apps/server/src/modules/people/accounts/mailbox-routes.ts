/** @file What goes by a mail: signing up, and all that a link of a mail is for but logging in. */
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
/** The body says who asks. A client that keeps cookies needs no CSRF token for it. */
const config = { needsCsrfToken: false };

/** Asked for with an email address; the answer is the same whether it has an account or not. */
const links = [
  {
    path: '/auth/login-link',
    operationId: 'requestLoginLink',
    summary: 'Ask for a mail to log in with, without a password',
    body: LoginLinkRequest,
    ask: requestLoginLink,
  },
  {
    path: '/auth/forgot-password',
    operationId: 'requestPasswordReset',
    summary: 'Ask for a mail to set a new password with',
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
          summary: 'Make an account; a mail tells how it goes on',
          description:
            'The answer is the same whether the address has an account or not. The link in the mail confirms the address; logging in is possible at once.',
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
        return reply.status(202).send({ message: 'Please look into your mailbox to go on.' });
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
            summary,
            description: 'The answer is the same whether the address has an account or not.',
            problems: accountProblem.known('too-many-attempts'),
            answers: { 202: 'A mail is on its way, if there is such an account' },
            body,
            response: { 202: MailOnItsWay },
          },
        },
        async (request, reply) => {
          await ask(accounts, { email: request.body.email, address: request.ip });
          return reply.status(202).send({
            message:
              'If there is an account with this email, a mail is on its way, or was sent a few minutes ago.',
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
          summary: 'Confirm an email address with the token of the mail',
          description:
            'Orders that were placed with the address and without an account belong to the account from then on.',
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
          summary: 'Send the mail again',
          description:
            'The link that confirms the address of the account. At most one mail every few minutes.',
          problems: [...accountProblem.known('account-gone')],
          answers: { 202: 'A mail is on its way, where it is still needed' },
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        await resendVerification(accounts, requireUser(request));
        return reply.status(202).send({
          message: 'If it is still needed, a mail is on its way, or was sent a few minutes ago.',
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
          summary: 'Use a new email address, with the token of the mail; ends other log-ins',
          description: 'The token is that of the mail to the new address, which `POST /me/email` has sent.',
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
          summary: 'Set a new password with the token of the mail; ends all log-ins',
          description: 'The token is that of the mail which `POST /auth/forgot-password` has sent.',
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
