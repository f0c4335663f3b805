/**
 * @file Prevents other sites from acting in a shopper's name. A browser says where a request comes from. A caller with a cookie also has
 * to send a token that only the shop's own pages can read.
 */
import { createHmac } from 'node:crypto';
import csrf from '@fastify/csrf';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieAttributes } from './cookies.ts';
import { isInProcess } from './in-process-fetch.ts';
import { refuseOtherOrigins } from './own-origin.ts';
import { problemsOf } from './problem.ts';

export const csrfProblem = problemsOf({
  'csrf-token-missing': { status: 403, title: 'The CSRF token is missing or no longer valid' },
});

declare module 'fastify' {
  interface FastifyInstance {
    readonly csrfTokens: csrf.TokensUserinfo;
  }
  interface FastifyContextConfig {
    /** False if the body authorises the request by a password or a token, instead of a cookie. */
    needsCsrfToken?: boolean;
  }
}

const secretCookie = 'kindred_csrf';
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Checks every request of `app` that may change something. */
export function registerCsrf(
  app: FastifyInstance,
  { secret, publicUrl }: { secret: string; publicUrl: string },
): void {
  refuseOtherOrigins(app, { publicUrl });
  const hmacKey = createHmac('sha256', secret).update('csrf').digest('hex');
  app.decorate('csrfTokens', new csrf.Tokens({ userInfo: true, hmacKey }));
  // A form has its token in the body, which is parsed by now.
  app.addHook('preValidation', async (request) => {
    if (isCookieUsed(request) && !isTokenGood(request)) throw csrfProblem('csrf-token-missing');
  });
}

/** Returns a token for the caller, and sets the cookie that belongs to it. */
export function createCsrfToken(request: FastifyRequest, reply: FastifyReply): string {
  const { csrfTokens } = request.server;
  const secret = request.cookies[secretCookie] || csrfTokens.secretSync();
  if (secret !== request.cookies[secretCookie])
    reply.setCookie(secretCookie, secret, cookieAttributes(request));
  return csrfTokens.create(secret, userInfoOf(request));
}

/** Whether only a cookie authorises the request. In-process requests were checked when the browser's request came in. */
function isCookieUsed({ method, caller, routeOptions, headers }: FastifyRequest): boolean {
  if (safeMethods.has(method) || caller.via !== 'cookie' || isInProcess(headers)) return false;
  const { crossSite = false, needsCsrfToken = true } = routeOptions.config;
  return needsCsrfToken && !crossSite;
}

/** Binds the token to the user, so that tokens from before the log-in and of other users are invalid. */
function userInfoOf({ caller }: FastifyRequest): string {
  return caller.userId === undefined ? 'nobody' : `user:${caller.userId}`;
}

function tokenOf({ headers, body }: FastifyRequest): string | undefined {
  const header = headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const field = (body as { _csrf?: unknown } | null | undefined)?._csrf;
  return typeof field === 'string' ? field : undefined;
}

function isTokenGood(request: FastifyRequest): boolean {
  const secret = request.cookies[secretCookie] ?? '';
  return request.server.csrfTokens.verify(secret, tokenOf(request) ?? '', userInfoOf(request));
}
