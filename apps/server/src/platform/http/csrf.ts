/**
 * @file Keeps other sites from acting in a shopper's name. A browser says where a request comes from; somebody who is
 * known by a cookie also has to send a token that only the shop's own pages can read.
 */
import { createHmac } from 'node:crypto';
import csrfProtection from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInProcess } from './in-process-fetch.ts';
import { problemsOf } from './problem.ts';

const problem = problemsOf({
  'cross-site-request': { status: 403, title: 'The request comes from another site' },
  'csrf-token-missing': { status: 403, title: 'The CSRF token is missing or not good any more' },
});

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: other sites may post here, such as a payment provider. */
    crossSite?: boolean;
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const ownSites = new Set(['same-origin', 'same-site', 'none']);

/** Checks every request of `api` that may change something, but those of our own pages, which were checked where they came in. */
export async function registerCsrf(
  api: FastifyInstance,
  { secret, publicUrl }: { secret: string; publicUrl: string },
): Promise<void> {
  const ownOrigin = new URL(publicUrl).origin;
  await api.register(csrfProtection, {
    cookieKey: 'kindred_csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax' },
    csrfOpts: { userInfo: true, hmacKey: createHmac('sha256', secret).update('csrf').digest('hex') },
    getUserInfo: userInfoOf,
    getToken: tokenOf,
  });
  api.addHook('onRequest', async (request) => {
    if (isExempt(request)) return;
    const site = request.headers['sec-fetch-site'];
    if (typeof site === 'string' && !ownSites.has(site)) throw problem('cross-site-request');
    const { origin } = request.headers;
    if (origin !== undefined && origin !== ownOrigin && hostOf(origin) !== request.headers.host)
      throw problem('cross-site-request', `“${origin}” is not this shop.`);
  });
  // A form carries its token in the body, which is there from here on.
  api.addHook('preValidation', async (request) => {
    if (isExempt(request) || request.caller.via !== 'cookie') return;
    if (!isTokenGood(api, request)) throw problem('csrf-token-missing');
  });
}

/** Gives a token for whoever asks, and the cookie that it goes with. */
export function createCsrfToken(request: FastifyRequest, reply: FastifyReply): string {
  return reply.generateCsrf({ userInfo: userInfoOf(request), secure: request.protocol === 'https' });
}

function isExempt(request: FastifyRequest): boolean {
  return (
    safeMethods.has(request.method) ||
    request.routeOptions.config.crossSite === true ||
    isInProcess(request.headers)
  );
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** A token from before the log-in, or of somebody else, is none. */
function userInfoOf({ caller }: FastifyRequest): string {
  return caller.userId === undefined ? 'nobody' : `user:${caller.userId}`;
}

function tokenOf({ headers, body }: FastifyRequest): string | undefined {
  const header = headers['x-csrf-token'];
  if (typeof header === 'string') return header;
  const field = (body as { _csrf?: unknown } | null | undefined)?._csrf;
  return typeof field === 'string' ? field : undefined;
}

/** The library answers by itself when it refuses; our answer is the problem document. */
function isTokenGood(api: FastifyInstance, request: FastifyRequest): boolean {
  let isGood = false;
  const refusing = { send: () => refusing } as unknown as FastifyReply;
  api.csrfProtection(request, refusing, () => {
    isGood = true;
  });
  return isGood;
}
