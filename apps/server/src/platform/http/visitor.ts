import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, setCookie } from './cookies.ts';

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
export function registerVisitor(app: FastifyInstance): void {
  app.decorateRequest('visitorId', undefined);
  app.addHook('onRequest', async (request) => {
    const value = request.cookies[visitorCookie];
    request.visitorId = value !== undefined && uuid.test(value) ? value : undefined;
  });
}

/** Gives the browser its id, unless it has one. */
export function ensureVisitor(request: FastifyRequest, reply: FastifyReply): string {
  if (request.visitorId === undefined) {
    request.visitorId = randomUUID();
    setCookie(reply, visitorCookie, request.visitorId, { maxAgeSeconds: oneYearSeconds });
  }
  return request.visitorId;
}

/** Who comes next with this browser is somebody new. */
export function endVisitor(reply: FastifyReply): void {
  reply.request.visitorId = undefined;
  clearCookie(reply, visitorCookie);
}
