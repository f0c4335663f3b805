import type { FastifyReply } from 'fastify';
import { clearCookie, setCookie } from './cookies.ts';

export const accessCookie = 'kindred_access';
export const refreshCookie = 'kindred_refresh';

/** How long a log-in lasts. */
export const sessionLifetimeSeconds = 30 * 24 * 60 * 60;

/** Sets the cookies of a log-in. Without `refreshToken`, the browser keeps its own. */
export function setSessionCookies(
  reply: FastifyReply,
  { accessToken, refreshToken }: { accessToken: string; refreshToken?: string | undefined },
): void {
  const lifetime = { maxAgeSeconds: sessionLifetimeSeconds };
  setCookie(reply, accessCookie, accessToken, lifetime);
  if (refreshToken !== undefined) setCookie(reply, refreshCookie, refreshToken, lifetime);
}

export function clearSessionCookies(reply: FastifyReply): void {
  for (const name of [accessCookie, refreshCookie]) clearCookie(reply, name);
}
