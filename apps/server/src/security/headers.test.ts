import type { Confirmation } from '@kindred/contracts';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Env } from '../config/env.ts';
import { hostStorefront } from '../host-storefront.ts';
import { createMember, goodPassword, type Member } from '../testing/account-fixture.ts';
import { apiRoutes, requestTo } from '../testing/api-routes.ts';
import { createGuestOwner, createMemberOwner, nothing, type Owner } from '../testing/belongings.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../testing/test-shop.ts';

const proxy = '10.9.0.1';

type Cookie = LightMyRequestResponse['cookies'][number];

let shop: TestShop;
let owner: Owner & { member: Member };
let guest: Owner & { placed: Confirmation };

beforeAll(async () => {
  shop = await createTestShop({
    size: smallSize,
    env: { TRUSTED_PROXIES: '10.9.0.0/24' },
  });
  owner = await createMemberOwner(shop);
  guest = await createGuestOwner(shop);
});
afterAll(() => shop.close());

const routes = Object.keys(apiRoutes).filter((route) => route.includes(' /api/v1/'));
/** Without the streams, which never end. */
const answering = routes.filter((route) => !route.endsWith('/events') || route.startsWith('POST'));

test.each(answering.filter((route) => !apiRoutes[route].isCacheable))(
  '%s: the answer must not be cached',
  async (route) => {
    const member = await createMember(shop);
    const tokens = [member.login.access_token, 'nonsense', undefined];
    for (const token of tokens)
      for (const things of [owner.things, nothing]) {
        const { headers } = await shop.app.inject({
          ...requestTo(route, things),
          // Their own, so that rate limits do not add up.
          remoteAddress: `10.1.0.${answering.indexOf(route)}`,
          ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
        });
        expect(headers['cache-control']).toMatch(/\bno-store\b/);
      }
  },
);

test.each(answering.filter((route) => apiRoutes[route].isCacheable))(
  '%s: a cacheable answer is the same for all callers, and sets no cookie',
  async (route) => {
    const { login } = await createMember(shop);
    const ask = (headers: Record<string, string>) =>
      shop.app.inject({ ...requestTo(route, owner.things), headers });
    const answers = [
      await ask({}),
      await ask({ authorization: `Bearer ${login.access_token}` }),
      await ask({ cookie: 'kindred_visitor=00000000-0000-4000-8000-000000000000' }),
    ];
    for (const { statusCode, headers, body } of answers) {
      expect(statusCode).toBe(200);
      expect(body).toBe(answers[0].body);
      expect(headers['cache-control']).toMatch(/^public, max-age=\d+$/);
      expect(headers['set-cookie']).toBeUndefined();
    }
    const refused = await ask({ authorization: 'Bearer nonsense' });
    expect(refused.headers['cache-control']).toMatch(/\bno-store\b/);
  },
);

test('the stream of an order must not be cached', async () => {
  const response = await shop.app.inject({
    url: `/api/v1/orders/${guest.things.orderId}/events?access=${guest.placed.access_token}`,
    payloadAsStream: true,
  });
  response.stream().destroy();
  expect(response.statusCode).toBe(200);
  expect(response.headers['cache-control']).toBe('private, no-store, no-transform');
});

/** Collects every cookie that the shop sets, in all routes of the API and in pages with a log-in and a log-out. */
async function cookiesOf(
  { app }: TestNode,
  { remoteAddress = '192.0.2.7', headers = {} }: { remoteAddress?: string; headers?: Record<string, string> },
): Promise<Cookie[]> {
  const found: Cookie[] = [];
  async function ask(request: InjectOptions): Promise<void> {
    const answer = await app.inject({
      remoteAddress,
      ...request,
      headers: { ...headers, ...request.headers },
    });
    expect(answer.statusCode, `${request.method} ${request.url}`).toBeLessThan(500);
    found.push(...answer.cookies);
  }
  for (const route of answering) await ask(requestTo(route, owner.things));
  const { email, browser } = await createMember(shop);
  const login = { email, password: goodPassword };
  const cookies = Object.fromEntries(browser.cookies);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await ask({ method: 'POST', url: '/api/v1/auth/login', payload: { ...login, set_cookies: true } });
  await ask({ url: '/api/v1/me', cookies: { kindred_refresh: cookies.kindred_refresh } });
  await ask({ url: '/api/v1/auth/csrf' });
  await ask({ url: '/' });
  await ask({ url: '/search?q=lamp', cookies: { kindred_refresh: 'nonsense' } });
  await ask({ url: '/login' });
  await ask({
    method: 'POST',
    url: '/login',
    headers: form,
    payload: `${new URLSearchParams(login)}`,
  });
  await ask({ method: 'POST', url: '/theme', headers: form, payload: 'theme=dark' });
  await ask({ url: `/orders/${guest.things.orderId}?access=${guest.placed.access_token}` });
  await ask({ method: 'POST', url: '/api/v1/auth/logout' });
  return found;
}

test.each<[string, Env, Parameters<typeof cookiesOf>[1], boolean]>([
  ['a shop with an https address, whatever the proxy says', { PUBLIC_URL: 'https://shop.example' }, {}, true],
  [
    'https according to a trusted proxy',
    {},
    { remoteAddress: proxy, headers: { 'x-forwarded-proto': 'https' } },
    true,
  ],
  [
    'http according to a trusted proxy',
    {},
    { remoteAddress: proxy, headers: { 'x-forwarded-proto': 'http' } },
    false,
  ],
  ['https according to an untrusted client', {}, { headers: { 'x-forwarded-proto': 'https' } }, false],
])('the cookies of %s', async (_, env, how, secure) => {
  const node = await shop.addNode(env);
  const { publicUrl } = node.services.runtime.config;
  await hostStorefront(node.app, { mode: 'production', publicUrl });
  const found = await cookiesOf(node, how);
  expect([...new Set(found.map(({ name }) => name))].sort()).toEqual([
    'kindred_access',
    'kindred_csrf',
    'kindred_device',
    'kindred_flash',
    'kindred_refresh',
    'kindred_theme',
    'kindred_visitor',
  ]);
  for (const { name, httpOnly = false, sameSite, secure: isSecure = false, path } of found)
    expect({ name, httpOnly, sameSite, secure: isSecure, path }).toEqual({
      name,
      // Scripts change the theme.
      httpOnly: name !== 'kindred_theme',
      sameSite: 'Lax',
      secure,
      path: '/',
    });
});

test('limits use the client’s address from a trusted proxy, but not from other clients', async () => {
  const statuses = async (remoteAddress: string) => {
    const answers: number[] = [];
    for (let address = 1; address <= 22; address++) {
      const { statusCode } = await shop.app.inject({
        method: 'POST',
        url: '/api/v1/orders/lookup',
        remoteAddress,
        headers: { 'x-forwarded-for': `198.51.100.${address}` },
        payload: { order_number: 'K-999999', email: 'nobody@example.com' },
      });
      answers.push(statusCode);
    }
    return answers;
  };
  expect(new Set(await statuses(proxy))).toEqual(new Set([404]));
  expect((await statuses('192.0.2.8')).slice(20)).toEqual([429, 429]);
});

test('every answer has the security headers', async () => {
  for (const url of ['/api/v1/products', '/api/v1/cart', '/api/v1/nothing', '/healthz']) {
    const { headers } = await shop.app.inject({ url });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});
