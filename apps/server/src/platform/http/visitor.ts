import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export const visitorCookie = 'kindred_visitor';
const oneYearSeconds = 365 * 24 * 60 * 60;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined: the browser has sent no (valid) visitor cookie. */
    visitorId: string | undefined;
  }
}

/** Reads the random id that a browser without an account is known by. */
export async function registerVisitor(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('visitorId', undefined);
  app.addHook('onRequest', async (request) => {
    const value = request.cookies[visitorCookie];
    request.visitorId = value !== undefined && uuid.test(value) ? value : undefined;
  });
}

/** Gives the browser its id the first time there is something to remember about it. */
export function ensureVisitor(request: FastifyRequest, reply: FastifyReply): string {
  if (request.visitorId === undefined) {
    request.visitorId = randomUUID();
    reply.setCookie(visitorCookie, request.visitorId, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: oneYearSeconds,
    });
  }
  return request.visitorId;
}
