/**
 * @file The cart of a program without cookies. The shop derives a visitor from the cart's id, so a cart with a token is an ordinary
 * visitor's cart. The id alone reveals neither the token nor the visitor.
 */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { CartTokenHeader } from '@kindred/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { cartProblem } from './cart-errors.ts';

interface NamedCart {
  readonly cartId: string;
  readonly token: string;
  readonly visitorId: string;
}

function namedCart(secret: string, cartId: string): NamedCart {
  const derive = (what: string) => createHmac('sha256', secret).update(`cart ${what}\n${cartId}`).digest();
  const hex = derive('visitor').toString('hex');
  const visitorId = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
  return { cartId, token: `${cartId}.${derive('token').toString('base64url')}`, visitorId };
}

export function createNamedCart(secret: string): NamedCart {
  return namedCart(secret, randomUUID());
}

/** Returns undefined for a token that the shop did not issue. */
function readCartToken(secret: string, token: string): NamedCart | undefined {
  const named = namedCart(secret, token.split('.')[0]);
  const [given, right] = [Buffer.from(token), Buffer.from(named.token)];
  return given.length === right.length && timingSafeEqual(given, right) ? named : undefined;
}

function takesCartToken({ routeOptions }: FastifyRequest): boolean {
  const { headers } = routeOptions.schema ?? {};
  return Object.hasOwn((headers as typeof CartTokenHeader | undefined)?.properties ?? {}, 'x-cart-token');
}

/** Lets the header `X-Cart-Token` identify the cart instead of the visitor's cookie. */
export function registerCartToken(app: FastifyInstance, { secret }: { secret: string }): void {
  app.addHook('onRequest', async (request) => {
    const given = request.headers['x-cart-token'];
    if (given === undefined || !takesCartToken(request)) return;
    const named = typeof given === 'string' ? readCartToken(secret, given) : undefined;
    if (!named) throw cartProblem('invalid-cart-token', 'POST /api/v1/cart creates a cart with a new token.');
    request.visitorId = named.visitorId;
  });
}
