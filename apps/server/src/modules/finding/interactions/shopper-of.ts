import type { FastifyRequest } from 'fastify';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import type { Shopper } from './history.ts';

/** The person whose history a request may use: none if they opted out. */
export function shopperOf(request: FastifyRequest): Shopper {
  if (isOptedOut(request)) return { userId: undefined, visitorId: undefined };
  return { userId: request.caller.userId, visitorId: request.visitorId };
}
