/** @file The answers to people, programs and proxies during an outage of PostgreSQL and after it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { composeServices } from './compose.ts';
import { hostStorefront } from './host-storefront.ts';
import { createServiceKey } from './modules/people/service-keys/index.ts';
import { openDatabase } from './platform/postgres/database.ts';
import { createMember, type Member } from './testing/account-fixture.ts';
import { apiRoutes, requestTo } from './testing/api-routes.ts';
import { nothing } from './testing/belongings.ts';
import { createDatabaseProxy, type DatabaseProxy } from './testing/postgres/database-proxy.ts';
import { tokenOf } from './testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from './testing/test-shop.ts';

let shop: TestShop;
let proxy: DatabaseProxy;
/** Connects to the shop's database through the proxy. */
let node: TestNode;
let member: Member;
/** The service key of a machine. */
let key: string;

/** Routes that answer without the database, with their answers. */
const withoutDatabase: Readonly<Record<string, number>> = {
  'GET /api/v1/auth/csrf': 200,
  'GET /api/v1/openapi.json': 200,
  'GET /api/v1/payments/settings': 200,
  'POST /api/v1/auth/logout': 204,
  'POST /api/v1/payments/test/methods': 201,
  // The examples have no valid token, and no valid signature.
  'GET /api/v1/notices': 400,
  'POST /api/v1/notices/confirm': 400,
  'POST /api/v1/notices/end': 400,
  'POST /api/v1/payments/webhooks/test': 400,
};

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  member = await createMember(shop);
  const { secret } = await createServiceKey(shop.db, {
    name: 'A machine',
    scopes: ['recommendations:read'],
    expiresAt: null,
    createdBy: undefined,
    now: new Date(),
  });
  key = secret;
  proxy = await createDatabaseProxy(shop.connectionString);
  const { connectionString } = proxy;
  const database = openDatabase({ connectionString, max: 2, connectTimeoutMs: 1_000 });
  const runtime = { ...shop.services.runtime, db: database.db, connectionString, close: database.close };
  const services = await composeServices(runtime);
  node = { app: await createApp(services), services, db: database.db };
  await hostStorefront(node.app, { mode: 'production', publicUrl: runtime.config.publicUrl });
});
afterAll(async () => {
  await node.app.close();
  await node.services.close();
  await node.services.runtime.close();
  await proxy.close();
  await shop.close();
});

const ask = (url: string, options: object = {}) => node.app.inject({ url, ...options });

describe('during an outage of PostgreSQL', () => {
  beforeAll(async () => {
    expect((await ask('/api/v1/products')).statusCode).toBe(200);
    await proxy.cut();
  });

  test.each([
    ['GET', '/api/v1/products', undefined],
    ['POST', '/api/v1/cart/items', { product_id: 1, quantity: 1 }],
    ['POST', '/api/v1/auth/login', { email: 'ada@example.com', password: 'a password of hers' }],
  ] as const)('%s %s answers 503 with Retry-After', async (method, url, payload) => {
    const answer = await ask(url, { method, ...(payload && { payload }) });
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'service-unavailable']);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  test.each([
    ['a visitor', '/', () => ({})],
    ['a visitor who searches', '/search?q=lamp', () => ({})],
    // The look-up of the caller fails before the page is rendered.
    [
      'a member whose access token has expired',
      '/',
      () => ({ kindred_refresh: member.browser.cookies.get('kindred_refresh')! }),
    ],
  ])('%s gets the page about the outage', async (_, url, cookiesOf) => {
    const page = await ask(url, { cookies: cookiesOf() });
    expect(page.statusCode).toBe(503);
    expect(page.headers['retry-after']).toBe('5');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Your cart and your orders are safe');
  });

  test('a request that gets no connection from a busy pool gets a 503 too', async () => {
    await proxy.mend();
    const taken = await Promise.all([node.db.pool.connect(), node.db.pool.connect()]);
    const answer = await ask('/api/v1/products');
    for (const client of taken) client.release();
    await proxy.cut();
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'service-unavailable']);
  });

  const routes = Object.keys(apiRoutes).filter(
    (route) => / \/api\/v1\//.test(route) && !route.endsWith('/events'),
  );
  /** Sends every route its example. Returns the answers that are not a 503. */
  async function answersOf(tokenFor: (route: string) => string): Promise<Record<string, number>> {
    const answers: Record<string, number> = {};
    for (const route of routes) {
      const { statusCode, headers } = await ask('', {
        ...requestTo(route, { ...nothing, productId: 1 }),
        headers: { authorization: `Bearer ${tokenFor(route)}`, 'idempotency-key': route },
      });
      if (statusCode !== 503) answers[route] = statusCode;
      else expect(headers['retry-after'], route).toBe('5');
    }
    return answers;
  }

  test('every route answers 503 to a service key that cannot be looked up', async () => {
    expect(await answersOf(() => key)).toEqual({});
  });

  test('every route that needs the database answers 503', async () => {
    const admin = await tokenOf({ isAdmin: true });
    const isForAll = (route: string) => ['admin', 'public'].includes(apiRoutes[route].access);
    const answers = await answersOf((route) => (isForAll(route) ? admin : member.login.access_token));
    expect(answers).toEqual(withoutDatabase);
  });

  test('/readyz reports the outage', async () => {
    const ready = await ask('/readyz');
    expect([ready.statusCode, ready.json().status]).toEqual([503, 'unavailable']);
  });
});

test('the shop works again after the outage', async () => {
  await proxy.mend();
  expect((await ask('/api/v1/products')).statusCode).toBe(200);
  expect((await ask('/')).statusCode).toBe(200);
});
