import type { FastifyReply } from 'fastify';
import { setSessionCookies } from '../../../platform/http/session-cookies.ts';
import { setDeviceCookie } from './device-cookie.ts';
import type { Login } from './login.ts';

/** Sets the session cookies and the device token. */
export function setLoginCookies(reply: FastifyReply, { tokens, deviceToken }: Login): void {
  setSessionCookies(reply, tokens);
  setDeviceCookie(reply, deviceToken);
}
