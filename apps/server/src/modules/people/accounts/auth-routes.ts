import {
  CartTokenHeader,
  CsrfToken,
  LoginAnswer,
  LoginLinkUse,
  LoginRequest,
  RefreshRequest,
  TokenPair,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { createCsrfToken } from '../../../platform/http/csrf.ts';
import {
  clearSessionCookies,
  refreshCookie,
  setSessionCookies,
} from '../../../platform/http/session-cookies.ts';
import { endVisitor } from '../../../platform/http/visitor.ts';
import { profileOf } from './account.ts';
import { accountProblem } from './account-problem.ts';
import type { Accounts } from './accounts.ts';
import { type Login, login } from './login.ts';
import { setLoginCookies } from './login-cookies.ts';
import { redeemLoginLink } from './login-link.ts';
import { loginPlaceOf } from './login-place.ts';
import { accessLifetimeSeconds, closeSession, refreshSession, type SessionTokens } from './session.ts';

const tags = ['auth'];
/** The body identifies the caller, so a client with cookies needs no CSRF token. */
const config = { needsCsrfToken: false };

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

/** Routes to log in, stay logged in and log out. */
export function authRoutes(accounts: Accounts): ApiPlugin {
  return async (app) => {
    app.post(
      '/auth/login',
      {
        config,
        schema: {
          tags,
          operationId: 'logIn',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Log in',
          description:
            'Programs keep the tokens in the answer. A browser sends `set_cookies: true` and gets cookies instead. The cart of the visitor, or of the cart token, is merged into the account’s.',
          problems: [...accountProblem.known('invalid-credentials', 'too-many-attempts', 'account-gone')],
          answers: {
            200: 'The tokens, the device token for the next log-in on this device, and the profile',
          },
          headers: CartTokenHeader,
          body: LoginRequest,
          response: { 200: LoginAnswer },
        },
      },
      async (request, reply) => {
        const { email, password, device_token, set_cookies = false } = request.body;
        const done = await login(accounts, {
          ...loginPlaceOf(request),
          ...(device_token !== undefined && { deviceTokens: [device_token] }),
          email,
          password,
        });
        if (set_cookies) setLoginCookies(reply, done);
        return loginAnswer(done);
      },
    );

    app.post(
      '/auth/login-link/use',
      {
        config,
        schema: {
          tags,
          operationId: 'redeemLoginLink',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Log in with the token of a mail, once',
          description: 'The token is in the link that `POST /auth/login-link` sends.',
          problems: [...accountProblem.known('invalid-mail-token', 'account-gone')],
          answers: { 200: 'The same answer as for a log-in by password' },
          headers: CartTokenHeader,
          body: LoginLinkUse,
          response: { 200: LoginAnswer },
        },
      },
      async (request, reply) => {
        const { token, set_cookies = false } = request.body;
        const done = await redeemLoginLink(accounts, { ...loginPlaceOf(request), token });
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
          operationId: 'refreshTokens',
          asker: 'anybody',
          permission: 'account:write',
          summary: 'Exchange a refresh token, from the body or the cookie, for a new pair of tokens',
          description:
            'A refresh token works once. If it is used again, someone else has it, so all tokens of the log-in end. Without a body, the refresh token in the cookie counts, and the answer sets cookies.',
          problems: [...accountProblem.known('invalid-refresh-token', 'refresh-token-reused')],
          answers: { 200: 'The new pair of tokens' },
          body: Type.Union([RefreshRequest, Type.Null()]),
          response: { 200: TokenPair },
        },
      },
      async (request, reply) => {
        const { refresh_token: given, set_cookies = false } = request.body ?? {};
        const token = given ?? request.cookies[refreshCookie];
        if (token === undefined) throw accountProblem('invalid-refresh-token');
        const tokens = await refreshSession(accounts, { token, address: request.ip });
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
          operationId: 'logOut',
          asker: 'visitor',
          permission: 'account:write',
          summary: 'Log out; the browser becomes a new visitor',
          description:
            'The log-in of the access token or the cookies ends immediately. A caller who is not logged in gets the same answer.',
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

    app.get(
      '/auth/csrf',
      {
        schema: {
          tags,
          operationId: 'getCsrfToken',
          asker: 'visitor',
          permission: 'account:read',
          summary:
            'Get a token for the header x-csrf-token, which callers with cookies send with each change',
          description:
            'The token belongs to a cookie that this answer sets, and to the caller: after a log-in, the caller needs a new one.',
          answers: { 200: 'The token' },
          response: { 200: CsrfToken },
        },
      },
      async (request, reply) => ({ csrf_token: createCsrfToken(request, reply) }),
    );
  };
}
