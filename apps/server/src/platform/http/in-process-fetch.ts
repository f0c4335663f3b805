import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Fetch } from '@kindred/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { visitorCookie } from './visitor.ts';

const header = 'x-kindred-in-process';
/** Known to this process alone, so nobody outside can claim to be inside. */
const token = randomBytes(16).toString('hex');

export function isInProcess(headers: IncomingHttpHeaders): boolean {
  const value = headers[header];
  return (
    typeof value === 'string' &&
    value.length === token.length &&
    timingSafeEqual(Buffer.from(value), Buffer.from(token))
  );
}

/** A browser on its first page has no visitor cookie yet; what it does there is remembered all the same. */
function cookiesOf(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  const { visitorId } = request;
  if (visitorId === undefined || request.cookies[visitorCookie] === visitorId) return cookie;
  return [cookie, `${visitorCookie}=${visitorId}`].filter(Boolean).join('; ');
}

/**
 * A `fetch` into the application itself, without a socket: the same validation, answers and errors that a
 * client sees. It speaks with the cookies and the address of the request that it serves.
 */
export function createInProcessFetch(app: FastifyInstance, request: FastifyRequest): Fetch {
  return async (path, init = {}) => {
    const { authorization } = request.headers;
    const cookie = cookiesOf(request);
    const response = await app.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: path,
      remoteAddress: request.ip,
      headers: {
        ...init.headers,
        ...(cookie === undefined ? {} : { cookie }),
        ...(authorization === undefined ? {} : { authorization }),
        'x-request-id': request.id,
        [header]: token,
      },
      ...(init.body === undefined ? {} : { payload: init.body }),
      ...(init.signal ? { signal: init.signal } : {}),
    });
    return new Response(response.statusCode === 204 ? null : response.rawPayload, {
      status: response.statusCode,
      headers: Object.entries(response.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    });
  };
}
