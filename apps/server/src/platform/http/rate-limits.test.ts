import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServiceKey } from '../../modules/people/service-keys/index.ts';
import { createMember } from '../../testing/account-fixture.ts';
import { apiRoutes, requestTo } from '../../testing/api-routes.ts';
import { nothing } from '../../testing/belongings.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../../testing/test-shop.ts';
import { createInProcessFetch } from './in-process-fetch.ts';
import { createLocalCounter } from './rate-limits.ts';

const limits = {
  RATE_LIMIT_PER_MINUTE: '3',
  RATE_LIMIT_KEY_PER_MINUTE: '5',
  RATE_LIMIT_ROUTES: `GET /shop=1, GET /categories=0, POST /newsletter=1, POST /cart/promo=1, POST /orders/lookup=1,
    GET /orders/:id/invoice.pdf=1, POST /products/:id/notices=1, POST /payments/webhooks/test=1`,
};
let shop: TestShop;
let node: TestNode;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  node = await shop.addNode(limits);
});
afterAll(() => shop.close());

const ask = (
  remoteAddress: string,
  { url = '/api/v1/shop/pages', token }: { url?: string; token?: string } = {},
) => node.app.inject({ url, remoteAddress, ...(token && { headers: { authorization: `Bearer ${token}` } }) });

/** Asks until the client is refused. */
async function countAllowed(
  address: () => string,
  options: { url?: string; token?: string } = {},
): Promise<number> {
  for (let allowed = 0; allowed < 10; allowed++)
    if ((await ask(address(), options)).statusCode === 429) return allowed;
  return Number.POSITIVE_INFINITY;
}

test('an answer says how many requests are left, and a refusal when to come back', async () => {
  const first = await ask('192.0.2.1');
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
  expect(await countAllowed(() => '192.0.2.1')).toBe(2);
  const { statusCode, headers, body } = await ask('192.0.2.1');
  expect([statusCode, JSON.parse(body).code]).toEqual([429, 'too-many-requests']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  expect(headers['ratelimit-remaining']).toBe('0');
});

test('every route rejects a client that is past its limit', async () => {
  const remoteAddress = '192.0.2.7';
  await countAllowed(() => remoteAddress);
  const isRejected = async (route: string) =>
    (await node.app.inject({ ...requestTo(route, nothing), remoteAddress })).statusCode === 429;
  const open: string[] = [];
  // A route with a limit of its own counts by itself.
  for (const route of Object.keys(apiRoutes).filter((one) => / \/api\/v1\//.test(one)))
    if (!(await isRejected(route)) && !(await isRejected(route))) open.push(route);
  expect(open).toEqual(['GET /api/v1/categories']);
});

test('an address, a user and a service key are clients, wherever the last two are', async () => {
  let last = 0;
  const anywhere = () => `198.51.100.${++last}`;
  const { login } = await createMember(shop);
  expect(await countAllowed(anywhere)).toBe(Number.POSITIVE_INFINITY);
  expect(await countAllowed(anywhere, { token: login.access_token })).toBe(3);
  const { secret } = await createServiceKey(shop.db, {
    name: 'A machine',
    scopes: ['shop:read'],
    expiresAt: null,
    createdBy: undefined,
    now: new Date(),
  });
  expect(await countAllowed(anywhere, { token: secret })).toBe(5);
  expect(await countAllowed(() => `2001:db8:1:2::${++last}`)).toBe(3);
});

test('attempts with invalid keys and tokens count', async () => {
  expect(await countAllowed(() => '192.0.2.2', { token: 'nonsense' })).toBe(3);
  expect(await countAllowed(() => '192.0.2.3', { token: `kk_${'A'.repeat(43)}` })).toBe(3);
});

test('a route may have a limit of its own, or none', async () => {
  expect(await countAllowed(() => '192.0.2.4', { url: '/api/v1/shop' })).toBe(1);
  expect((await ask('192.0.2.4')).statusCode).toBe(200);
  expect(await countAllowed(() => '192.0.2.5', { url: '/api/v1/categories' })).toBe(Number.POSITIVE_INFINITY);
});

test('calls of the shop’s own pages do not count', async () => {
  const own = await shop.addNode(limits);
  own.app.get('/test/page', async (request, reply) => {
    const fetch = createInProcessFetch(own.app, request, reply);
    const statuses = [];
    for (let call = 0; call < 8; call++) statuses.push((await fetch('/api/v1/shop/pages')).status);
    return statuses;
  });
  const { body } = await own.app.inject({ url: '/test/page', remoteAddress: '192.0.2.6' });
  expect(new Set(JSON.parse(body))).toEqual(new Set([200]));
});

test('a start stops when a limit names a route that does not exist', async () => {
  const wrong = await shop.addNode({ RATE_LIMIT_ROUTES: 'GET /nothing=5' });
  await expect(wrong.app.ready()).rejects.toThrow('RATE_LIMIT_ROUTES names GET /api/v1/nothing');
});

test('counts anew after the end of a window', async () => {
  let now = 0;
  const counter = createLocalCounter(() => now);
  await counter.count('A', 100);
  expect(await counter.count('A', 100)).toEqual({ current: 2, endsInMs: 100 });
  now = 99;
  expect(await counter.count('A', 100)).toEqual({ current: 3, endsInMs: 1 });
  now = 100;
  expect(await counter.count('A', 100)).toEqual({ current: 1, endsInMs: 100 });
});
