import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readApiToken, type TokenClaims } from './api-token.ts';
import { problemsOf } from './problem.ts';
import { accessCookie, clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.ts';

const problem = problemsOf({
  'invalid-token': { status: 401, title: 'The token is not valid, or no longer' },
  'log-in-first': { status: 401, title: 'Please log in first' },
  'admin-only': { status: 403, title: 'Only an administrator may do this' },
});

/** Who makes a request. */
export interface Caller {
  readonly userId: string | undefined;
  readonly isAdmin: boolean;
  readonly sessionId: string | undefined;
  readonly via: 'bearer' | 'cookie' | 'none';
}

const nobody: Caller = { userId: undefined, isAdmin: false, sessionId: undefined, via: 'none' };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** False: a route that ends or renews the session itself, so that nothing does so before it. */
    renewsSession?: boolean;
  }
}

export interface RenewedSession {
  readonly claims: TokenClaims;
  readonly accessToken: string;
  /** Undefined: the browser keeps the one that it has, or was just given another. */
  readonly refreshToken: string | undefined;
}

/** Undefined: the refresh token is good for nothing. Without `rotates` it stays good. */
export type RenewSession = (
  refreshToken: string,
  options: { rotates: boolean },
) => Promise<RenewedSession | undefined>;

/** Knows the caller of every request, by an API token or by the cookies of a browser, and keeps a browser logged in. */
export function registerCaller(
  app: FastifyInstance,
  { secret, renewSession }: { secret: string; renewSession: RenewSession },
): void {
  const renewed = new WeakSet<FastifyRequest>();

  async function callerOf(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const { authorization, accept } = request.headers;
    if (authorization !== undefined) return bearer(authorization, secret);

    const access = request.cookies[accessCookie];
    const claims = access === undefined ? undefined : await readApiToken(access, secret);
    if (claims) return callerFrom(claims, 'cookie');

    const refresh = request.cookies[refreshCookie];
    if (refresh === undefined || request.routeOptions.config.renewsSession === false) return nobody;
    // What streams events writes its own headers: a new cookie might never arrive.
    const session = await renewSession(refresh, { rotates: accept !== 'text/event-stream' });
    renewed.add(request);
    if (!session) {
      clearSessionCookies(reply);
      return nobody;
    }
    setSessionCookies(reply, session);
    return callerFrom(session.claims, 'cookie');
  }

  app.decorateRequest('caller');
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    request.caller = await callerOf(request, reply);
  });
  // An answer that carries somebody's cookies is in no shared cache, whatever its route says.
  app.addHook('onSend', async (request, reply) => {
    if (renewed.has(request)) reply.header('cache-control', 'private, no-store');
  });
}

async function bearer(header: string, secret: string): Promise<Caller> {
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (token === undefined) throw problem('invalid-token', 'Expected “Authorization: Bearer TOKEN”.');
  const claims = await readApiToken(token, secret);
  if (!claims) throw problem('invalid-token');
  return callerFrom(claims, 'bearer');
}

function callerFrom({ userId, isAdmin, sessionId }: TokenClaims, via: 'bearer' | 'cookie'): Caller {
  return { userId, isAdmin, sessionId, via };
}

/** @throws ProblemError `log-in-first` */
export function requireUser(request: FastifyRequest): string {
  if (request.caller.userId === undefined) throw problem('log-in-first');
  return request.caller.userId;
}

/** @throws ProblemError `admin-only` */
export function requireAdmin(caller: Caller): void {
  if (!caller.isAdmin) throw problem('admin-only');
}
