import type { FastifyRequest } from 'fastify';
import { deviceTokensOf } from './device-cookie.ts';
import type { LoginPlace } from './login.ts';

/** Returns the address and the device of a log-in. */
export function loginPlaceOf(request: FastifyRequest): LoginPlace {
  return {
    address: request.ip,
    userAgent: request.headers['user-agent'],
    deviceTokens: deviceTokensOf(request),
    visitorId: request.visitorId,
  };
}
