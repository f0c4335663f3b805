import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readApiToken, type TokenClaims } from './api-token.ts';
import { problemsOf } from './problem.ts';
import { accessCookie, clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.ts';

export const callerProblem = problemsOf({
  'invalid-token': { status: 401, title: 'The token is not valid, or no longer valid' },
  'log-in-first': { status: 401, title: 'Please log in first' },
  'admin-only': { status: 403, title: 'Only an administrator may do this' },
});

/** The sender of a request. */
export interface Caller {
  readonly userId: string | undefined;
  readonly isAdmin: boolean;
  /** Has switched personal recommendations off. */
  readonly isOptedOut: boolean;
  readonly sessionId: string | undefined;
  readonly via: 'bearer' | 'cookie' | 'none';
}

const nobody: Caller = {
  userId: undefined,
  isAdmin: false,
  isOptedOut: false,
  sessionId: undefined,
  via: 'none',
};

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Returns the current caller of a long answer: anonymous when the session has ended or the token has expired. */
    callerNow: () => Promise<Caller>;
  }
  interface FastifyContextConfig {
    /** False for a route that ends or renews the session itself, so that nothing does it before. */
    renewsSession?: boolean;
  }
}

/** The current rights of a caller. */
export interface Standing {
  readonly isAdmin: boolean;
  readonly isOptedOut: boolean;
}

/** Returns undefined if the session has ended or the account was deleted. */
export type FindStanding = (claims: TokenClaims) => Promise<Standing | undefined>;

export interface RenewedSession {
  readonly claims: TokenClaims;
  readonly accessToken: string;
  /** Undefined if the browser keeps its token, or has just received another. */
  readonly refreshToken: string | undefined;
}

/** Returns undefined if the refresh token is invalid. Without `rotates`, the token stays valid. */
export type RenewSession = (
  refreshToken: string,
  options: { rotates: boolean; address: string },
) => Promise<RenewedSession | undefined>;

interface CallerOptions {
  readonly secret: string;
  readonly findStanding: FindStanding;
  readonly renewSession: RenewSession;
}

/** Identifies the caller of every request by an API token or a browser's cookies, and keeps a browser logged in. */
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
      // A page is served to any visitor, because the token may belong to a proxy in front.
      if (isOfApi(request)) throw callerProblem('invalid-token');
    }
    const access = request.cookies[accessCookie];
    const known = access === undefined ? undefined : await callerWith(access, 'cookie');
    return known ?? renew(request, reply);
  }

  async function renew(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const refresh = request.cookies[refreshCookie];
    if (refresh === undefined || request.routeOptions.config.renewsSession === false) return nobody;
    // A stream of events writes its own headers, so a new cookie might never arrive.
    const rotates = request.headers.accept !== 'text/event-stream';
    const session = await renewSession(refresh, { rotates, address: request.ip });
    renewed.add(request);
    if (!session) {
      clearSessionCookies(reply);
      return nobody;
    }
    setSessionCookies(reply, session);
    const standing = await findStanding(session.claims);
    return standing ? callerOf(session.claims, standing, 'cookie') : nobody;
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
  // An answer with a caller's cookies must not be in a shared cache, whatever its route says.
  app.addHook('onSend', async (request, reply) => {
    if (renewed.has(request)) reply.header('cache-control', 'private, no-store');
  });
}

const isOfApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

/** Returns undefined if there is no bearer token. Other schemes, such as Basic, are for a proxy in front of the shop. */
function bearerToken({ headers }: FastifyRequest): string | undefined {
  const [, token] = /^Bearer\b *(.*)$/i.exec(headers.authorization ?? '') ?? [];
  return token;
}

function callerOf(
  { userId, sessionId }: TokenClaims,
  { isAdmin, isOptedOut }: Standing,
  via: 'bearer' | 'cookie',
): Caller {
  return { userId, isAdmin, isOptedOut, sessionId, via };
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
