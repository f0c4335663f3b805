import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readApiToken, type TokenClaims } from './api-token.ts';
import { problemsOf } from './problem.ts';
import { accessCookie, clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.ts';

export const callerProblem = problemsOf({
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
    /** Who an answer that goes on for long is for by now: nobody, once the session is over or the token has expired. */
    callerNow: () => Promise<Caller>;
  }
  interface FastifyContextConfig {
    /** False: a route that ends or renews the session itself, so that nothing does so before it. */
    renewsSession?: boolean;
  }
}

/** What somebody may do at the moment. */
export interface Standing {
  readonly isAdmin: boolean;
}

/** Undefined: nothing any more; the session is over, or the account is gone. */
export type FindStanding = (claims: TokenClaims) => Promise<Standing | undefined>;

export interface RenewedSession {
  readonly claims: TokenClaims;
  readonly accessToken: string;
  /** Undefined: the browser keeps the one that it has, or was just given another. */
  readonly refreshToken: string | undefined;
}

/** Undefined: the refresh token is good for nothing. Without `rotates` it stays good. */
export type RenewSession = (
  refreshToken: string,
  options: { rotates: boolean; address: string },
) => Promise<RenewedSession | undefined>;

interface CallerOptions {
  readonly secret: string;
  readonly findStanding: FindStanding;
  readonly renewSession: RenewSession;
}

/** Knows the caller of every request, by an API token or by the cookies of a browser, and keeps a browser logged in. */
export function registerCaller(app: FastifyInstance, options: CallerOptions): void {
  const { secret, findStanding, renewSession } = options;
  const renewed = new WeakSet<FastifyRequest>();

  async function callerWith(token: string, via: 'bearer' | 'cookie'): Promise<Caller | undefined> {
    const claims = await readApiToken(token, secret);
    const standing = claims && (await findStanding(claims));
    return standing && callerOf(claims, standing, via);
  }

  async function findCaller(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const token = bearerToken(request);
    if (token !== undefined) {
      const caller = await callerWith(token, 'bearer');
      if (caller) return caller;
      // A page is there for whoever looks at it; its token may be that of a proxy in front.
      if (isOfApi(request)) throw callerProblem('invalid-token');
    }
    const access = request.cookies[accessCookie];
    const known = access === undefined ? undefined : await callerWith(access, 'cookie');
    return known ?? renew(request, reply);
  }

  async function renew(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const refresh = request.cookies[refreshCookie];
    if (refresh === undefined || request.routeOptions.config.renewsSession === false) return nobody;
    // What streams events writes its own headers: a new cookie might never arrive.
    const rotates = request.headers.accept !== 'text/event-stream';
    const session = await renewSession(refresh, { rotates, address: request.ip });
    renewed.add(request);
    if (!session) {
      clearSessionCookies(reply);
      return nobody;
    }
    setSessionCookies(reply, session);
    return callerOf(session.claims, session.claims, 'cookie');
  }

  app.decorateRequest('caller');
  app.decorateRequest('callerNow');
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    request.caller = await findCaller(request, reply);
    request.callerNow = async () => {
      const { via } = request.caller;
      const token = via === 'bearer' ? bearerToken(request) : request.cookies[accessCookie];
      return via === 'none' || token === undefined ? nobody : ((await callerWith(token, via)) ?? nobody);
    };
  });
  // An answer that carries somebody's cookies is in no shared cache, whatever its route says.
  app.addHook('onSend', async (request, reply) => {
    if (renewed.has(request)) reply.header('cache-control', 'private, no-store');
  });
}

const isOfApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

/** Undefined: there is none. Other schemes, such as Basic, are between the browser and a proxy in front of the shop. */
function bearerToken({ headers }: FastifyRequest): string | undefined {
  const [, token] = /^Bearer\b *(.*)$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}

function callerOf(
  { userId, sessionId }: TokenClaims,
  { isAdmin }: Standing,
  via: 'bearer' | 'cookie',
): Caller {
  return { userId, isAdmin, sessionId, via };
}

/** @throws ProblemError `log-in-first` */
export function requireUser(request: FastifyRequest): string {
  if (request.caller.userId === undefined) throw callerProblem('log-in-first');
  return request.caller.userId;
}

/** @throws ProblemError `admin-only` */
export function requireAdmin(caller: Caller): void {
  if (!caller.isAdmin) throw callerProblem('admin-only');
}
