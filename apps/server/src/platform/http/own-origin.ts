import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isInProcess } from './in-process-fetch.ts';
import { problemsOf } from './problem.ts';

export const originProblem = problemsOf({
  'cross-site-request': { status: 403, title: 'The request comes from another site' },
});

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: one that a page of this shop makes, somebody at the address bar, or a program. A
 * browser says which of them in `Sec-Fetch-Site`, an old one by `Origin` at least; a program says nothing.
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

/** Refuses what other sites send; our own pages' requests in process were judged where they came in. */
export function refuseOtherOrigins(app: FastifyInstance, { publicUrl }: { publicUrl: string }): void {
  app.addHook('onRequest', async (request) => {
    const { crossSite } = request.routeOptions.config;
    if (crossSite || isInProcess(request.headers) || mayChange(request, publicUrl)) return;
    throw originProblem('cross-site-request', 'A page of another site may not change anything here.');
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: other sites may post here, such as a payment provider. */
    crossSite?: boolean;
  }
}
