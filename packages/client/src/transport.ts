import type { TokenPair } from './contracts.ts';
import { errorOf, KindredError, unreadable } from './kindred-error.ts';
import { pause } from './pause.ts';
import { createSession, type Session } from './session.ts';
import type { TokenStore } from './tokens.ts';

/** Like the `fetch` of browsers and Node; receives an address and these options. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A path below the server's root. */
  readonly path: string;
  /** Fields that are undefined are left out; a list is a repeated parameter. */
  readonly query?: object;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Sent without an access token. */
  readonly isAnonymous?: boolean;
  /** Statuses besides those of success that also count as an answer. */
  readonly accepts?: readonly number[];
}

export interface TransportOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly store: TokenStore | undefined;
  readonly retries: number;
  readonly headers: () => Readonly<Record<string, string>>;
}

export interface Transport {
  readonly session: Session;
  /** @throws KindredError when the status is not one of success or of `accepts` */
  answer(request: Request): Promise<Response>;
}

/** If the shop asks for a longer wait, the request fails. */
const longestWaitSeconds = 30;

export function createTransport({ baseUrl, fetch, store, retries, headers }: TransportOptions): Transport {
  const root = baseUrl.replace(/\/+$/, '');
  const session = createSession(store, async (refresh_token) => {
    const request: Request = { method: 'POST', path: '/api/v1/auth/refresh', body: { refresh_token } };
    return readJson<TokenPair>(await once(request, undefined));
  });

  async function once(request: Request, accessToken: string | undefined): Promise<Response> {
    const { method = 'GET', path, query, body, signal } = request;
    const { cartToken } = await session.tokens();
    const response = await fetch(root + path + queryString(query), {
      method,
      headers: {
        ...headers(),
        ...(cartToken !== undefined && { 'x-cart-token': cartToken }),
        ...(accessToken !== undefined && { authorization: `Bearer ${accessToken}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    if (response.ok || request.accepts?.includes(response.status)) return response;
    const error = await errorOf(response);
    // The shop would refuse it with every request, even one for another cart.
    if (error.code === 'invalid-cart-token') await session.keep({ cartToken: undefined });
    throw error;
  }

  async function asWhoIsLoggedIn(request: Request): Promise<Response> {
    const accessToken = request.isAnonymous ? undefined : await session.accessToken();
    try {
      return await once(request, accessToken);
    } catch (error) {
      const isRefused =
        accessToken !== undefined && error instanceof KindredError && error.code === 'invalid-token';
      if (!isRefused) throw error;
      return once(request, await session.renew(accessToken, error));
    }
  }

  return {
    session,
    async answer(request) {
      for (let left = mayRepeat(request) ? retries : 0; ; left--) {
        try {
          return await asWhoIsLoggedIn(request);
        } catch (error) {
          const seconds =
            error instanceof KindredError && error.status === 503 ? error.retryAfterSeconds : undefined;
          if (left <= 0 || seconds === undefined || seconds > longestWaitSeconds) throw error;
          await pause(seconds * 1_000, request.signal);
        }
      }
    },
  };
}

/** Whether the request has the same effect when it arrives twice. */
function mayRepeat({ method = 'GET', headers }: Request): boolean {
  return /^(GET|PUT|DELETE)$/.test(method) || headers?.['idempotency-key'] !== undefined;
}

export async function readJson<Body>(response: Response): Promise<Body> {
  if (response.status === 204) return undefined as Body;
  try {
    return (await response.json()) as Body;
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(response.status);
    throw error;
  }
}

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
    else parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
