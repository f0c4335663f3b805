import type { FastifyReply, FastifyRequest } from 'fastify';
import { ensureVisitor } from '../../../platform/http/visitor.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';

/** Whose cart a request is about. A browser that has no id yet gets one. */
export function cartOwner(request: FastifyRequest, reply: FastifyReply): CartOwner {
  return knownCartOwner(request) ?? { kind: 'visitor', visitorId: ensureVisitor(request, reply) };
}

/** Undefined: nobody that the shop knows, so there is no cart. */
export function knownCartOwner({ caller, visitorId }: FastifyRequest): CartOwner | undefined {
  if (caller.userId !== undefined) return { kind: 'user', userId: caller.userId };
  return visitorId === undefined ? undefined : { kind: 'visitor', visitorId };
}
