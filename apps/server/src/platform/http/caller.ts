import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readApiToken, type TokenClaims } from './api-token.ts';
import { ProblemError, problemsOf } from './problem.ts';
import { accessCookie, clearSessionCookies, refreshCookie, setSessionCookies } from './session-cookies.ts';

export const callerProblem = problemsOf({
  'invalid-token': { status: 401, title: 'The token is not valid, or no longer valid' },
  'unknown-key': { status: 401, title: 'The service key does not exist' },
  'expired-key': { status: 401, title: 'The service key has expired' },
  'revoked-key': { status: 401, title: 'The service key was revoked' },
  'log-in-first': { status: 401, title: 'Please log in first' },
  'admin-only': { status: 403, title: 'Only an administrator may do this' },
  'missing-scope': { status: 403, title: 'The service key does not have the scope of this route' },
});

/** The sender of a request. */
export interface Caller {
  readonly userId: string | undefined;
  readonly isAdmin: boolean;
  /** Has switched personal recommendations off. */
  readonly isOptedOut: boolean;
  readonly sessionId: string | undefined;
  readonly via: 'bearer' | 'cookie' | 'key' | 'none';
  /** The service key of a machine, which is no user. */
  readonly key?: ServiceKeyHolder;
}

export interface ServiceKeyHolder {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
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
    /** Why the API rejects the caller, whose token or key is not valid. A page is served to any visitor. */
    callerRefusal: ProblemError | undefined;
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

/** Returns why a key is not valid. */
export type FindServiceKey = (
  key: string,
) => Promise<ServiceKeyHolder | 'unknown-key' | 'expired-key' | 'revoked-key'>;

interface CallerOptions {
  readonly secret: string;
  readonly findServiceKey: FindServiceKey;
  readonly findStanding: FindStanding;
  readonly renewSession: RenewSession;
}

/** Identifies the caller of every request by an API token, a service key or a browser's cookies, and keeps a browser logged in. */
export function registerCaller(app: FastifyInstance, options: CallerOptions): void {
  const { secret, findServiceKey, findStanding, renewSession } = options;
  const renewed = new WeakSet<FastifyRequest>();

  async function callerWith(token: string, via: 'bearer' | 'cookie'): Promise<Caller | undefined> {
    const claims = await readApiToken(token, secret);
    const standing = claims && (await findStanding(claims));
    return standing && callerOf(claims, standing, via);
  }

  async function findCaller(request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
    const token = bearerToken(request);
    // A page is served to any visitor, because the token may belong to a proxy in front. Service keys are only for the API.
    if (token !== undefined && (isOfApi(request) || !token.startsWith(serviceKeyPrefix))) {
      const caller = await holderOf(token);
      if (!(caller instanceof ProblemError)) return caller;
      if (isOfApi(request)) {
        request.callerRefusal = caller;
        return nobody;
      }
    }
    const access = request.cookies[accessCookie];
    const known = access === undefined ? undefined : await callerWith(access, 'cookie');
    return known ?? renew(request, reply);
  }

  async function holderOf(token: string): Promise<Caller | ProblemError> {
    if (!token.startsWith(serviceKeyPrefix))
      return (await callerWith(token, 'bearer')) ?? callerProblem('invalid-token');
    const key = await findServiceKey(token);
    return typeof key === 'string' ? callerProblem(key) : { ...nobody, via: 'key', key };
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
  app.decorateRequest('callerRefusal');
  app.decorateRequest('callerNow');
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    request.caller = await findCaller(request, reply);
    request.callerNow = async () => {
      const { via } = request.caller;
      if (via === 'none') return nobody;
      if (via === 'cookie') {
        const access = request.cookies[accessCookie];
        return (access === undefined ? undefined : await callerWith(access, via)) ?? nobody;
      }
      const holder = await holderOf(bearerToken(request)!);
      return holder instanceof ProblemError ? nobody : holder;
    };
  });
  // An answer with a caller's cookies must not be in a shared cache, whatever its route says.
  app.addHook('onSend', async (request, reply) => {
    if (renewed.has(request)) reply.header('cache-control', 'private, no-store');
  });
}

/** The beginning of every service key, by which people and scanners of source code recognise one. */
export const serviceKeyPrefix = 'kk_';

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

/**
 * Lets administrators pass, and service keys, whose scope for the route was checked before (`permissions.ts`).
 * @throws ProblemError `admin-only`
 */
export function requireAdmin({ isAdmin, key }: Caller): void {
  if (!isAdmin && !key) throw callerProblem('admin-only');
}
