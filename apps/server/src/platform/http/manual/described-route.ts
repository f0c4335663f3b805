/** @file The descriptions in a route's schema, from which the manual of the API is made. */
import type { Permission } from '@kindred/contracts';
import type { FastifyContextConfig, FastifySchema } from 'fastify';
import type { KnownProblem } from '../problem.ts';

/**
 * The callers of a route. `anybody`: the caller makes no difference, or the body identifies them. `visitor`: the caller, with or without
 * an account. `order`: callers who may see the order, by an account or by its access token. `admin`: only callers to whom the route's permission was granted.
 */
export type Asker = 'admin' | 'anybody' | 'member' | 'order' | 'visitor';

declare module 'fastify' {
  interface FastifySchema {
    asker?: Asker;
    /**
     * The one permission that a caller needs who is neither an owner nor a visitor: staff and service keys. `permissions.ts` checks it.
     * Without one, no service key may call the route.
     */
    permission?: Permission;
    /** The problems of its module. `common-problems.ts` adds those of every route of its kind. */
    problems?: readonly KnownProblem[];
    /** The meaning of an answer by status, if it is not obvious. */
    answers?: Readonly<Record<number, string>>;
    /** The media type of an answer that is not JSON. */
    media?: {
      readonly type: string;
      readonly description: string;
      readonly example?: string;
    };
  }
}

export interface DescribedRoute {
  readonly method: string;
  readonly url: string;
  readonly schema: FastifySchema;
  readonly config: FastifyContextConfig;
}
