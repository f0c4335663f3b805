/** @file The only place where the server sets cookies. */
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInProcessOverHttps } from './in-process-fetch.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether browsers use https, according to the shop's public address or to a proxy in front. */
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

/** Sets a cookie, which is also visible to later code in this request. */
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
