import type { FastifyReply, FastifyRequest } from 'fastify';

export const accessCookie = 'kindred_access';
export const refreshCookie = 'kindred_refresh';

/** How long a log-in lasts. */
export const sessionLifetimeSeconds = 30 * 24 * 60 * 60;

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}

/** Gives a browser what it is logged in by. Without `refreshToken` it keeps the one it has. */
export function setSessionCookies(
  reply: FastifyReply,
  { accessToken, refreshToken }: { accessToken: string; refreshToken?: string | undefined },
): void {
  const { request } = reply;
  const options = { ...attributes(request), maxAge: sessionLifetimeSeconds };
  reply.setCookie(accessCookie, accessToken, options);
  request.cookies[accessCookie] = accessToken;
  if (refreshToken === undefined) return;
  reply.setCookie(refreshCookie, refreshToken, options);
  request.cookies[refreshCookie] = refreshToken;
}

export function clearSessionCookies(reply: FastifyReply): void {
  const { request } = reply;
  for (const name of [accessCookie, refreshCookie]) {
    reply.clearCookie(name, attributes(request));
    request.cookies[name] = undefined;
  }
}
