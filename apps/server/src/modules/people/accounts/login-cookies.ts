import type { FastifyReply } from 'fastify';
import { setSessionCookies } from '../../../platform/http/session-cookies.ts';
import { setDeviceCookie } from './device-cookie.ts';
import type { Login } from './login.ts';

/** Lets a browser in, and lets it be known at the next log-in. */
export function setLoginCookies(reply: FastifyReply, { tokens, deviceToken }: Login): void {
  setSessionCookies(reply, tokens);
  setDeviceCookie(reply, deviceToken);
}
