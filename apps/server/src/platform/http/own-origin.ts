import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isInProcess } from './in-process-fetch.ts';
import { problemsOf } from './problem.ts';

export const originProblem = problemsOf({
  'cross-site-request': { status: 403, title: 'The request comes from another site' },
});

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: it must come from a page of this shop, the address bar or a program. A browser says this in
 * `Sec-Fetch-Site`, or an old browser in `Origin`; a program sends neither.
 */
export function mayChange(request: FastifyRequest, publicUrl: string): boolean {
  const { method, headers, host, isOverHttps } = request;
  if (safeMethods.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return (
    origin === undefined ||
    origin === new URL(publicUrl).origin ||
    origin === `${isOverHttps ? 'https' : 'http'}://${host}`
  );
}

/** Rejects requests of other sites. In-process requests of our own pages were checked when the browser's request came in. */
export function refuseOtherOrigins(app: FastifyInstance, { publicUrl }: { publicUrl: string }): void {
  app.addHook('onRequest', async (request) => {
    const { crossSite } = request.routeOptions.config;
    if (crossSite || isInProcess(request.headers) || mayChange(request, publicUrl)) return;
    throw originProblem('cross-site-request', 'A page of another site may not change anything here.');
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True if other sites may post here, such as a payment provider. */
    crossSite?: boolean;
  }
}
