/** @file The forms of an address in a request line, RFC 9112, section 3.2. */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { problemOfStatus, problemsOf } from './problem.ts';

const problem = problemsOf({
  'other-host': { status: 421, title: 'This server does not answer for this host' },
});

/** Turns `GET http://shop.example/cart`, as a proxy sends it, into `GET /cart` if the host is the requested one. */
export function createTargetRewriter(
  publicUrl: string,
): (request: Pick<IncomingMessage, 'headers' | 'url'>) => string {
  const own = new URL(publicUrl).host;
  return ({ url = '/', headers }) => {
    if (url.startsWith('/') || !URL.canParse(url)) return url;
    const { host, pathname, search } = new URL(url);
    return host === headers.host || host === own ? pathname + search : url;
  };
}

/** Rejects addresses that still have a host, because it is another one. */
export function refuseOtherHosts(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ method, url }) => {
    if (url === '*' && method !== 'OPTIONS')
      throw problemOfStatus(400, '“*” may only be asked for its OPTIONS.');
    if (!url.startsWith('/') && url !== '*') throw problem('other-host');
  });
}
