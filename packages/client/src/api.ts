import { type Request, readJson, type Transport } from './transport.ts';

/** Options of every request. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** `/api/v1` as the methods of a client see it. */
export interface Api {
  readonly session: Transport['session'];
  /** Aborts every request. */
  readonly signal: AbortSignal | undefined;
  get<Body>(path: string, query?: object): Promise<Body>;
  send<Body>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options?: Pick<Request, 'headers' | 'isAnonymous' | 'query'>,
  ): Promise<Body>;
  /** Returns the raw answer for a path below the server's root. */
  open(path: string, options?: Omit<Request, 'path'>): Promise<Response>;
}

export function createApi({ session, answer }: Transport, { headers, signal }: CallOptions = {}): Api {
  const ask = (request: Request) =>
    answer({
      ...(signal && { signal }),
      ...request,
      headers: { ...headers, ...request.headers },
    });
  return {
    session,
    signal,
    get: async (path, query = {}) => readJson(await ask({ path: `/api/v1${path}`, query })),
    send: async (method, path, body, options) =>
      readJson(await ask({ ...options, method, path: `/api/v1${path}`, body })),
    open: (path, options) => ask({ ...options, path }),
  };
}

/** Encodes a part of a path. */
export const part = encodeURIComponent;
