import {
  CsrfToken,
  ForgottenPassword,
  LoginAnswer,
  LoginLinkRequest,
  LoginLinkUse,
  LoginRequest,
  MailOnItsWay,
  MailTokenRequest,
  PasswordReset,
  RefreshRequest,
  Registration,
  TokenPair,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { requireUser } from '../../platform/http/caller.ts';
import { createCsrfToken } from '../../platform/http/csrf.ts';
import {
  clearSessionCookies,
  refreshCookie,
  setSessionCookies,
} from '../../platform/http/session-cookies.ts';
import { endVisitor } from '../../platform/http/visitor.ts';
import { profileOf } from './account.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { deviceTokensOf } from './device-cookie.ts';
import { type Login, login } from './login.ts';
import { setLoginCookies } from './login-cookies.ts';
import { redeemLoginLink, requestLoginLink } from './login-link.ts';
import { register } from './register.ts';
import { requestPasswordReset, resetPassword } from './reset-password.ts';
import { accessLifetimeSeconds, closeSession, refreshSession, type SessionTokens } from './session.ts';
import { resendVerification, verifyEmail } from './verify-email.ts';

const tags = ['auth'];
/** The body says who asks. A client that keeps cookies needs no CSRF token for it. */
const config = { needsCsrfToken: false };
const mailOnItsWay = (message: string): MailOnItsWay => ({ message });

function tokenPair({ accessToken, refreshToken }: SessionTokens): TokenPair {
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: accessLifetimeSeconds,
    refresh_token: refreshToken,
  };
}

function loginAnswer({ tokens, account, deviceToken, cartMerge }: Login): LoginAnswer {
  return {
    ...tokenPair(tokens),
    device_token: deviceToken,
    user: profileOf(account),
    ...(cartMerge === undefined ? {} : { cart_merge: cartMerge }),
  };
}

export function authRoutes(accounts: Accounts): ApiPlugin {
  return async (app) => {
    app.post(
      '/auth/register',
      {
        config,
        schema: {
          tags,
          summary: 'Make an account; a mail tells how it goes on',
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
        return reply.status(202).send(mailOnItsWay('Please look into your mailbox to go on.'));
      },
    );

    app.post(
      '/auth/login',
      { config, schema: { tags, summary: 'Log in', body: LoginRequest, response: { 200: LoginAnswer } } },
      async (request, reply) => {
        const { email, password, device_token, set_cookies = false } = request.body;
        const done = await login(accounts, {
          email,
          password,
          address: request.ip,
          deviceTokens: device_token === undefined ? deviceTokensOf(request) : [device_token],
          visitorId: request.visitorId,
        });
        if (set_cookies) setLoginCookies(reply, done);
        return loginAnswer(done);
      },
    );

    app.post(
      '/auth/login-link',
      {
        config,
        schema: {
          tags,
          summary: 'Ask for a mail to log in with, without a password',
          body: LoginLinkRequest,
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        await requestLoginLink(accounts, { email: request.body.email, address: request.ip });
        return reply
          .status(202)
          .send(
            mailOnItsWay(
              'If there is an account with this e-mail, a mail is on its way, or was sent a few minutes ago.',
            ),
          );
      },
    );

    app.post(
      '/auth/login-link/use',
      {
        config,
        schema: {
          tags,
          summary: 'Log in with the token of the mail, once',
          body: LoginLinkUse,
          response: { 200: LoginAnswer },
        },
      },
      async (request, reply) => {
        const { token, set_cookies = false } = request.body;
        const { visitorId } = request;
        const deviceTokens = deviceTokensOf(request);
        const done = await redeemLoginLink(accounts, { token, deviceTokens, visitorId });
        if (set_cookies) setLoginCookies(reply, done);
        return loginAnswer(done);
      },
    );

    app.post(
      '/auth/refresh',
      {
        config: { ...config, renewsSession: false },
        schema: {
          tags,
          summary: 'Change a refresh token, of the body or else of the cookie, into the next pair',
          body: Type.Union([RefreshRequest, Type.Null()]),
          response: { 200: TokenPair },
        },
      },
      async (request, reply) => {
        const { refresh_token: given, set_cookies = false } = request.body ?? {};
        const token = given ?? request.cookies[refreshCookie];
        if (token === undefined) throw accountProblem('invalid-refresh-token');
        const tokens = await refreshSession(accounts, token);
        if (set_cookies || given === undefined) setSessionCookies(reply, tokens);
        return tokenPair(tokens);
      },
    );

    app.post(
      '/auth/logout',
      {
        config: { renewsSession: false },
        schema: {
          tags,
          summary: 'Log out; the browser’s next visitor is somebody new',
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        const { sessionId } = request.caller;
        await closeSession(accounts, { sessionId, refreshToken: request.cookies[refreshCookie] });
        clearSessionCookies(reply);
        endVisitor(reply);
        return reply.status(204).send(null);
      },
    );

    app.post(
      '/auth/verify-email',
      {
        config,
        schema: {
          tags,
          summary: 'Confirm an e-mail address with the token of the mail',
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
      { schema: { tags, summary: 'Send the mail again', response: { 202: MailOnItsWay } } },
      async (request, reply) => {
        await resendVerification(accounts, requireUser(request));
        return reply
          .status(202)
          .send(mailOnItsWay('If it is still needed, a mail is on its way, or was sent a few minutes ago.'));
      },
    );

    app.post(
      '/auth/forgot-password',
      {
        config,
        schema: {
          tags,
          summary: 'Ask for a mail to set a new password with',
          body: ForgottenPassword,
          response: { 202: MailOnItsWay },
        },
      },
      async (request, reply) => {
        await requestPasswordReset(accounts, { email: request.body.email, address: request.ip });
        return reply
          .status(202)
          .send(
            mailOnItsWay(
              'If there is an account with this e-mail, a mail is on its way, or was sent a few minutes ago.',
            ),
          );
      },
    );

    app.post(
      '/auth/reset-password',
      {
        config,
        schema: {
          tags,
          summary: 'Set a new password with the token of the mail; ends all log-ins',
          body: PasswordReset,
          response: { 204: Type.Null() },
        },
      },
      async (request, reply) => {
        await resetPassword(accounts, request.body);
        return reply.status(204).send(null);
      },
    );

    app.get(
      '/auth/csrf',
      {
        schema: {
          tags,
          summary:
            'A token for the header x-csrf-token, which whoever is known by a cookie sends with each change',
          response: { 200: CsrfToken },
        },
      },
      async (request, reply) => ({ csrf_token: createCsrfToken(request, reply) }),
    );
  };
}
