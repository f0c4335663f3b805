import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Takes a path on this server, such as `/api/v1/products`. */
export type InProcessFetch = (
  path: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

const header = 'x-kindred-in-process';
const httpsHeader = 'x-kindred-over-https';
const newVisitorHeader = 'x-kindred-new-visitor';
/** Only this process knows it, so an outside client cannot pretend to be in process. */
const token = randomBytes(16).toString('hex');

export function isInProcess(headers: IncomingHttpHeaders): boolean {
  const value = headers[header];
  return (
    typeof value === 'string' &&
    value.length === token.length &&
    timingSafeEqual(Buffer.from(value), Buffer.from(token))
  );
}

/** Whether the browser behind an in-process request uses https. The request itself has no socket. */
export function isInProcessOverHttps(headers: IncomingHttpHeaders): boolean {
  return headers[httpsHeader] !== undefined && isInProcess(headers);
}

/** Whether the calling page is the first one of its browser, so that the shop knows nothing about the visitor yet. */
export function isInProcessForNewVisitor(headers: IncomingHttpHeaders): boolean {
  return headers[newVisitorHeader] !== undefined && isInProcess(headers);
}

/**
 * Returns a `fetch` into the application itself, without a socket, with the same validation, answers and errors as for a client. It uses
 * the cookies and the address of the request that it serves. Cookies that it receives are used in its next call and sent with that
 * request's reply.
 */
export function createInProcessFetch(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
): InProcessFetch {
  return async (path, init = {}) => {
    // Any other header is for a proxy in front of the shop.
    const authorization = request.caller.via === 'bearer' ? request.headers.authorization : undefined;
    const cookie = cookieHeader(request.cookies);
    const response = await app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: path,
      remoteAddress: request.ip,
      headers: {
        ...init.headers,
        ...(cookie === '' ? {} : { cookie }),
        ...(authorization === undefined ? {} : { authorization }),
        ...copied(request.headers),
        'x-request-id': request.id,
        [header]: token,
        ...(request.isOverHttps ? { [httpsHeader]: '1' } : {}),
        ...(request.isNewVisitor ? { [newVisitorHeader]: '1' } : {}),
      },
      ...(init.body === undefined ? {} : { payload: init.body }),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    const cookies = response.headers['set-cookie'];
    if (cookies !== undefined) reply.header('set-cookie', cookies);
    for (const { name, value, maxAge, expires } of response.cookies) {
      const isGone = maxAge === 0 || (expires !== undefined && expires.getTime() <= Date.now());
      request.cookies[name] = isGone ? undefined : value;
    }
    return new Response(
      response.statusCode === 204 ? null : (response.rawPayload as Uint8Array<ArrayBuffer>),
      {
        status: response.statusCode,
        headers: Object.entries(response.headers).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      },
    );
  };
}

/** What the browser says about itself. Any other header is for this request alone. */
function copied(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    ['user-agent', 'dnt', 'sec-gpc'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

function cookieHeader(cookies: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(cookies)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('; ');
}
