import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';

/** Which methods a path has: what an answer to any other names. */
export interface KnownPaths {
  /** Empty: nothing is there. */
  methodsOf(path: string): string[];
}

/** Knows the routes that are registered on `app` afterwards. One that answers for every path knows by itself what is there. */
export function registerKnownPaths(app: FastifyInstance): KnownPaths {
  const router = findMyWay();
  const methods = new Set<string>();
  app.addHook('onRoute', ({ method, url }) => {
    if (url.includes('*')) return;
    for (const one of [method].flat() as HTTPMethod[]) {
      methods.add(one);
      if (!router.hasRoute(one, url)) router.on(one, url, () => {});
    }
  });
  return {
    methodsOf(path) {
      const known = [...methods].filter((method) => router.find(method as HTTPMethod, path) !== null);
      return known.length === 0 ? [] : [...known, 'OPTIONS'].sort();
    },
  };
}
