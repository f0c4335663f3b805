/** @file Every route that the server has: whom it serves, and a request to it that makes sense. */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/**
 * `public`: the same for everybody, or for whoever holds a secret of a mail. `visitor`: about the cart and checkout of who
 * asks, with or without an account. `own`: about the account of who asks. `resource`: about the thing that it names, for
 * whom that belongs to. `admin`: for administrators.
 */
export type Access = 'public' | 'visitor' | 'own' | 'resource' | 'admin';

/** What the ids of a request stand for. */
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
  /** What the ids of its path stand for, by the word before them, where it is none that tests make. */
  readonly ids?: Readonly<Record<string, string | number>>;
  /** The same for everybody: caches may keep it. */
  readonly isCacheable?: boolean;
}

export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

/** The keys are as Fastify writes routes. */
export type RouteExamples = Readonly<Record<string, ApiRoute>>;

/** Of every module that has routes: `*-route-examples.ts` in its folder. */
const files = globSync('../modules/*/*/*-route-examples.ts', { cwd: import.meta.dirname }).sort();
const found: { routeExamples: RouteExamples }[] = await Promise.all(
  files.map((file) => import(join(import.meta.dirname, file))),
);

export const apiRoutes: RouteExamples = Object.assign({}, ...found.map(({ routeExamples }) => routeExamples));

/** `GET /api/v1/orders/:id`: all that the application answers, but the manual's own pages. */
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
    items: things.productId,
    notices: things.noticeId,
    orders: things.orderId,
    outbox: things.orderId,
    products: things.productId,
    returns: things.orderId,
    reviews: things.reviewId,
    sessions: things.sessionId,
    shipments: things.orderId,
    wishlist: things.productId,
    ...own,
  };
  const url = path
    .replace(/(\w+)\/:\w+(?!\.)\b/g, (whole, noun: string) => (noun in ids ? `${noun}/${ids[noun]}` : whole))
    .replace(':spec', 'p1-1');
  return {
    method,
    url: query === undefined ? url : `${url}?${query}`,
    ...(body && { payload: body(things) }),
  };
}
