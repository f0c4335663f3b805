import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';

/** Lists the methods of a path, for the answer to any other method. */
export interface KnownPaths {
  /** Returns an empty list if the path does not exist. */
  methodsOf(path: string): string[];
}

/** Collects the routes that are registered on `app` afterwards, except a route that answers every path. */
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
