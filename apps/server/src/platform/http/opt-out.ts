import type { FastifyReply, FastifyRequest } from 'fastify';
import { clearCookie, setCookie } from './cookies.ts';

/** The choice of a browser without an account. It says nothing about the person but the choice. */
export const optOutCookie = 'kindred_opted_out';
const oneYearSeconds = 365 * 24 * 60 * 60;

/** Whether the caller, or the browser, has switched personal recommendations off. */
export function isOptedOut(request: FastifyRequest): boolean {
  return request.caller.isOptedOut || request.cookies[optOutCookie] === '1';
}

export function keepOptOut(reply: FastifyReply, isOut: boolean): void {
  if (isOut) setCookie(reply, optOutCookie, '1', { maxAgeSeconds: oneYearSeconds });
  else if (reply.request.cookies[optOutCookie] !== undefined) clearCookie(reply, optOutCookie);
}
