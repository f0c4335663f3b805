/** @file A client of the shop's HTTP API with the cookies of a browser. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Checkout, Confirmation, Problem } from '@kindred/contracts';
import type { FastifyInstance } from 'fastify';
import { signApiToken } from '../platform/http/api-token.ts';
import { secret } from './test-shop.ts';

export interface Reply<Body> {
  readonly status: number;
  readonly body: Body;
}

export interface Shopper {
  readonly cookies: Map<string, string>;
  send<Body>(
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<Body>>;
  /** Adds products to the cart and completes the checkout's data. */
  fillCheckout(lines: readonly { productId: number; quantity: number }[]): Promise<Checkout>;
  confirm(
    checkout: Checkout,
    options?: { card?: string; key?: string },
  ): Promise<Reply<Confirmation & Problem>>;
}

export const goodCard = '4242424242424242';

export const homeAddress = {
  full_name: 'Ada Öberg',
  line1: 'Storgatan 1',
  city: 'Berlin',
  postal_code: '10115',
  country: 'DE',
};

export function createShopper(
  app: Pick<FastifyInstance, 'inject'>,
  { email = `${randomUUID()}@example.com`, token }: { email?: string; token?: string } = {},
): Shopper {
  const cookies = new Map<string, string>();
  let remoteAddress = '';
  let sent = 0;
  /** Changes every 500 requests, before the limit per minute is reached, as for a person who moves between networks. */
  function currentAddress(): string {
    if (sent++ % 500 === 0) remoteAddress = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;
    return remoteAddress;
  }

  const send: Shopper['send'] = async <Body>(
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: currentAddress(),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      cookies: Object.fromEntries(cookies),
      ...(body !== undefined && { payload: body as object }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const isJson = String(response.headers['content-type']).includes('json');
    return { status: response.statusCode, body: (isJson ? response.json() : response.body) as Body };
  };

  return {
    cookies,
    send,
    async fillCheckout(lines) {
      for (const { productId, quantity } of lines) {
        const added = await send('POST', '/cart/items', { product_id: productId, quantity });
        if (added.status >= 400) throw new Error(`cart: ${added.status} ${JSON.stringify(added.body)}`);
      }
      const { status, body } = await send<Checkout>('POST', '/checkout', {
        email,
        shipping_address: homeAddress,
        shipping_method_id: 'standard',
      });
      if (status !== 201) throw new Error(`checkout: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    confirm: (checkout, { card = goodCard, key = randomUUID() } = {}) =>
      send(
        'POST',
        '/checkout/confirm',
        {
          checkout_id: checkout.checkout_id,
          payment_method: card,
          expected_total: checkout.breakdown.total_price,
        },
        { 'idempotency-key': key },
      ),
  };
}

/** The tokens of an API client that has logged in. */
export function tokenOf({
  userId,
  isAdmin = false,
  lifetimeSeconds = 900,
}: {
  userId?: string;
  isAdmin?: boolean;
  lifetimeSeconds?: number;
}): Promise<string> {
  return signApiToken({
    secret,
    caller: { userId, isAdmin, sessionId: undefined },
    lifetimeSeconds,
  });
}
