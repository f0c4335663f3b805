/** @file The one place where the server makes cookies. */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInProcessOverHttps } from './in-process-fetch.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether browsers reach the shop over https: its public address says so, or a proxy in front does. */
    readonly isOverHttps: boolean;
  }
}

export async function registerCookies(
  app: FastifyInstance,
  { publicUrl }: { publicUrl: string },
): Promise<void> {
  const isAlways = publicUrl.startsWith('https:');
  await app.register(cookie);
  app.decorateRequest('isOverHttps', {
    getter(this: FastifyRequest) {
      return isAlways || this.protocol === 'https' || isInProcessOverHttps(this.headers);
    },
  });
}

export function cookieAttributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.isOverHttps } as const;
}

/** Sets a cookie that what follows in this request reads too. */
export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  { maxAgeSeconds }: { maxAgeSeconds: number },
): void {
  const { request } = reply;
  reply.setCookie(name, value, { ...cookieAttributes(request), maxAge: maxAgeSeconds });
  request.cookies[name] = value;
}

export function clearCookie(reply: FastifyReply, name: string): void {
  const { request } = reply;
  reply.clearCookie(name, cookieAttributes(request));
  request.cookies[name] = undefined;
}
