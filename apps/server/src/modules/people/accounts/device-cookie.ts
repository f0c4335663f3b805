import type { FastifyReply, FastifyRequest } from 'fastify';
import { setCookie } from '../../../platform/http/cookies.ts';
import { withToken } from './known-device.ts';

const deviceCookie = 'kindred_device';
const oneYearSeconds = 365 * 24 * 60 * 60;
/** Separates the tokens of users who share a browser. */
const separator = '~';

export function deviceTokensOf({ cookies }: FastifyRequest): string[] {
  return cookies[deviceCookie]?.split(separator) ?? [];
}

/** Stores the device token, by which the browser is a known device at the next log-in. */
export function setDeviceCookie(reply: FastifyReply, token: string): void {
  const tokens = withToken(deviceTokensOf(reply.request), token);
  setCookie(reply, deviceCookie, tokens.join(separator), { maxAgeSeconds: oneYearSeconds });
}
