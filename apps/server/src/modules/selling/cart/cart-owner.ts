import type { FastifyReply, FastifyRequest } from 'fastify';
import { ensureVisitor } from '../../../platform/http/visitor.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';

/** Returns the owner of the request's cart. A browser without an id gets one. */
export function cartOwner(request: FastifyRequest, reply: FastifyReply): CartOwner {
  return knownCartOwner(request) ?? { kind: 'visitor', visitorId: ensureVisitor(request, reply) };
}

/** Returns undefined if the shop does not know the caller, who then has no cart. */
export function knownCartOwner({ caller, visitorId }: FastifyRequest): CartOwner | undefined {
  if (caller.userId !== undefined) return { kind: 'user', userId: caller.userId };
  return visitorId === undefined ? undefined : { kind: 'visitor', visitorId };
}
