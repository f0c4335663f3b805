import { type Request, readJson, type Transport } from './transport.ts';

/** What every request may have. */
export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** `/api/v1`, as the methods of a client use it. */
export interface Api {
  readonly session: Transport['session'];
  /** What every request ends with. */
  readonly signal: AbortSignal | undefined;
  get<Body>(path: string, query?: object): Promise<Body>;
  send<Body>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    options?: Pick<Request, 'headers' | 'isAnonymous' | 'query'>,
  ): Promise<Body>;
  /** The answer itself, of a path below the server's root. */
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

/** A part of a path. */
export const part = encodeURIComponent;
