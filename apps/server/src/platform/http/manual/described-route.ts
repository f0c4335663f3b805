/** @file What a route says of itself in its schema, beside what it takes and gives. The manual of the API is made of that. */
import type { FastifyContextConfig, FastifySchema } from 'fastify';
import type { KnownProblem } from '../problem.ts';

/**
 * Whom a route serves. `anybody`: who asks makes no difference, or the body says it. `visitor`: whoever asks, with or without an
 * account. `order`: whoever may see an order, by an account or by its access token.
 */
export type Asker = 'admin' | 'anybody' | 'member' | 'order' | 'visitor';

declare module 'fastify' {
  interface FastifySchema {
    asker?: Asker;
    /** Those of its module. What every route of its kind may answer besides, `common-problems.ts` knows. */
    problems?: readonly KnownProblem[];
    /** What an answer means, by status, where that is not plain. */
    answers?: Readonly<Record<number, string>>;
    /** Of an answer that is no JSON. */
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
