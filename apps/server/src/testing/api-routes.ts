/** @file Every route of the server: who may use it, and a valid request. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/**
 * `public`: the same for everybody, or for the holder of a secret from a mail. `visitor`: about the cart and checkout of the
 * caller, with or without an account. `own`: about the account of the caller. `resource`: about the object in its path, for
 * the owner of the object. `admin`: for administrators.
 */
export type Access = 'public' | 'visitor' | 'own' | 'resource' | 'admin';

/** The kinds of objects of the ids in a request. */
export interface Belongings {
  readonly addressId: string;
  readonly sessionId: string;
  readonly reviewId: string;
  readonly orderId: string;
  readonly checkoutId: string;
  readonly noticeId: string;
  readonly productId: number;
}

export interface ApiRoute {
  readonly access: Access;
  readonly body?: (things: Belongings) => object;
  readonly query?: string;
  /** The values of the ids in its path, by the word before them, if tests do not create these objects. */
  readonly ids?: Readonly<Record<string, string | number>>;
  /** The same for everybody, so caches may store it. */
  readonly isCacheable?: boolean;
}

export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

/** The keys have Fastify's form of routes. */
export type RouteExamples = Readonly<Record<string, ApiRoute>>;

/** The examples of all modules: `*-route-examples.ts` in their folders. */
const files = globSync('../modules/*/*/*-route-examples.ts', { cwd: import.meta.dirname }).sort();
const found: { routeExamples: RouteExamples }[] = await Promise.all(
  files.map((file) => import(join(import.meta.dirname, file))),
);

export const apiRoutes: RouteExamples = Object.assign({}, ...found.map(({ routeExamples }) => routeExamples));

/** `GET /api/v1/orders/:id`: all routes of the application, without those of the manual's pages. */
export function routesOf(app: FastifyInstance): string[] {
  const prefixes: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*?)[├└]── (.+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (indent === undefined) return [];
      const path = (prefixes[indent.length / 4 - 1] ?? '') + part;
      prefixes[indent.length / 4] = path;
      if (path.startsWith('/api/v1/docs')) return [];
      return methods.split(', ').flatMap((method) => (method === 'HEAD' ? [] : `${method} ${path}`));
    })
    .sort();
}

export function routesFor(access: Access): string[] {
  return Object.keys(apiRoutes).filter((route) => apiRoutes[route].access === access);
}

export function requestTo(
  route: string,
  things: Belongings,
): { method: Method; url: string; payload?: object } {
  const [method, path] = route.split(' ') as [Method, string];
  const { body, query, ids: own } = apiRoutes[route];
  const ids: Record<string, string | number> = {
    addresses: things.addressId,
    feedback: '999999999999',
    items: things.productId,
    notices: things.noticeId,
    orders: things.orderId,
    outbox: things.orderId,
    products: things.productId,
    'recommendation-history': things.productId,
    returns: things.orderId,
    reviews: things.reviewId,
    saved: things.productId,
    sessions: things.sessionId,
    shipments: things.orderId,
    viewed: things.productId,
    wishlist: things.productId,
    ...own,
  };
  const url = path
    .replace(/([\w-]+)\/:\w+(?!\.)\b/g, (whole, noun: string) =>
      noun in ids ? `${noun}/${ids[noun]}` : whole,
    )
    .replace(':spec', 'p1-1')
    .replace(':width/:name.:format', '320/p1-1.webp');
  if (/\/:\w/.test(url)) throw new Error(`${route}: its example has no id for ${url}.`);
  return {
    method,
    url: query === undefined ? url : `${url}?${query}`,
    ...(body && { payload: body(things) }),
  };
}
