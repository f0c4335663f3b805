import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, setCookie } from './cookies.ts';
import { isInProcessForNewVisitor } from './in-process-fetch.ts';

export const visitorCookie = 'kindred_visitor';
const oneYearSeconds = 365 * 24 * 60 * 60;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined if the browser has sent no valid visitor cookie. */
    visitorId: string | undefined;
    /** The browser gets its id from this request, or from the page that calls in process. */
    isNewVisitor: boolean;
  }
}

/** Reads the random id of a browser. */
export function registerVisitor(app: FastifyInstance): void {
  app.decorateRequest('visitorId', undefined);
  app.decorateRequest('isNewVisitor', false);
  app.addHook('onRequest', async (request) => {
    const value = request.cookies[visitorCookie];
    request.visitorId = value !== undefined && uuid.test(value) ? value : undefined;
    request.isNewVisitor = isInProcessForNewVisitor(request.headers);
  });
}

/** Gives the browser an id unless it has one. */
export function ensureVisitor(request: FastifyRequest, reply: FastifyReply): string {
  if (request.visitorId === undefined) {
    request.visitorId = randomUUID();
    request.isNewVisitor = true;
    setCookie(reply, visitorCookie, request.visitorId, { maxAgeSeconds: oneYearSeconds });
  }
  return request.visitorId;
}

/** Makes the browser's next visitor a new one. */
export function endVisitor(reply: FastifyReply): void {
  reply.request.visitorId = undefined;
  clearCookie(reply, visitorCookie);
}
