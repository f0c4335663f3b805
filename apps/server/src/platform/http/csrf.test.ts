import type { CsrfToken, LoginAnswer } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword, type Member, newEmail } from '../../testing/account-fixture.ts';
import { createShopper } from '../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';
import { createInProcessFetch } from './in-process-fetch.ts';

let shop: TestShop;
let member: Member;
beforeAll(async () => {
  shop = await createTestShop();
  shop.app.get('/test/in-process', async (request, reply) => {
    const fetch = createInProcessFetch(shop.app, request, reply);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/v1/me', { method: 'PATCH', headers, body: '{"age":44}' });
    return { status: response.status };
  });
  member = await createMember(shop);
});
afterAll(() => shop.close());

const change = { first_name: 'Grace' };
const codeOf = ({ status, body }: { status: number; body: unknown }) => [
  status,
  (body as { code?: string }).code,
];
const events = { events: [{ kind: 'search', query: 'tea' }] };

test('a browser with cookies needs the token of the shop’s pages', async () => {
  const { browser, send } = member;
  expect(codeOf(await browser.send('PATCH', '/me', change))).toEqual([403, 'csrf-token-missing']);
  const wrong = await browser.send('PATCH', '/me', change, { 'x-csrf-token': 'nonsense-nonsense-nonsense' });
  expect(codeOf(wrong)).toEqual([403, 'csrf-token-missing']);
  expect((await send('PATCH', '/me', change)).status).toBe(200);
});

test('a form carries the token in its body', async () => {
  const { body } = await member.browser.send<CsrfToken>('GET', '/auth/csrf');
  const { status } = await member.browser.send('PATCH', '/me', { ...change, _csrf: body.csrf_token });
  expect(status).toBe(200);
});

test('rejects the token of another user, even with their cookie', async () => {
  const other = await createMember(shop);
  const { body } = await other.browser.send<CsrfToken>('GET', '/auth/csrf');
  const thief = createShopper(shop.app);
  for (const [name, value] of member.browser.cookies) thief.cookies.set(name, value);
  thief.cookies.set('kindred_csrf', other.browser.cookies.get('kindred_csrf')!);
  const answer = await thief.send('PATCH', '/me', change, { 'x-csrf-token': body.csrf_token });
  expect(codeOf(answer)).toEqual([403, 'csrf-token-missing']);
});

test('rejects a token from before the log-in', async () => {
  const browser = createShopper(shop.app);
  const { body } = await browser.send<CsrfToken>('GET', '/auth/csrf');
  for (const name of ['kindred_access', 'kindred_refresh'])
    browser.cookies.set(name, member.browser.cookies.get(name)!);
  const answer = await browser.send('PATCH', '/me', change, { 'x-csrf-token': body.csrf_token });
  expect(codeOf(answer)).toEqual([403, 'csrf-token-missing']);
});

/** A program that keeps all cookies, over a real connection. */
function createProgram(origin: string) {
  const jar = new Map<string, string>();
  return {
    jar,
    async post(path: string, body: object, headers: Record<string, string> = {}) {
      const response = await fetch(`${origin}/api/v1${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        body: JSON.stringify(body),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
        jar.set(name, value);
      }
      return { status: response.status, body: (await response.json()) as LoginAnswer };
    },
  };
}

test('a program with cookies can log in and refresh repeatedly', async () => {
  const { email } = await createMember(shop);
  const { post, jar } = createProgram(await shop.app.listen({ host: '127.0.0.1', port: 0 }));
  await post('/cart/items', { product_id: 1 });
  for (let round = 0; round < 20; round++) {
    const login = await post('/auth/login', { email, password: goodPassword });
    const refreshed = await post('/auth/refresh', { refresh_token: login.body.refresh_token });
    const authorization = `Bearer ${refreshed.body.access_token}`;
    const changed = await post('/events', events, { authorization });
    expect([round, login.status, refreshed.status, changed.status]).toEqual([round, 200, 200, 202]);
  }
  expect([...jar.keys()].filter((name) => /access|refresh/.test(name))).toEqual([]);
});

test('a request that its body authorises needs no token, even with a browser’s cookies', async () => {
  const { browser, email, login } = await createMember(shop);
  const body = { email, password: goodPassword };
  for (const [path, content, status] of [
    ['/auth/login', body, 200],
    ['/auth/login', { ...body, set_cookies: true }, 200],
    ['/auth/refresh', { refresh_token: login.refresh_token }, 200],
    ['/auth/register', { ...body, email: newEmail() }, 202],
    ['/auth/forgot-password', { email }, 202],
  ] as const)
    expect([path, (await browser.send('POST', path, content)).status]).toEqual([path, status]);
  expect((await browser.send('POST', '/auth/logout')).status).toBe(403);
});

test('another site cannot log a browser in', async () => {
  const { browser, email } = await createMember(shop);
  const body = { email, password: goodPassword, set_cookies: true };
  for (const who of [browser, createShopper(shop.app)])
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<
      string,
      string
    >[])
      expect(codeOf(await who.send('POST', '/auth/login', body, headers))).toEqual([
        403,
        'cross-site-request',
      ]);
});

test('a client with a bearer token and a guest need no token', async () => {
  const client = createShopper(shop.app, { token: member.login.access_token });
  expect((await client.send('PATCH', '/me', change)).status).toBe(200);
  expect((await createShopper(shop.app).send('POST', '/events', events)).status).toBe(202);
});

test.each([
  ['a fetch from another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbour on the same site', { 'sec-fetch-site': 'same-site' }],
  ['another origin', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  [
    'another origin that calls itself the same site',
    { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' },
  ],
])('rejects %s for every caller', async (_, headers) => {
  expect(codeOf(await member.send('PATCH', '/me', change, headers))).toEqual([403, 'cross-site-request']);
  expect(codeOf(await createShopper(shop.app).send('POST', '/events', events, headers))).toEqual([
    403,
    'cross-site-request',
  ]);
});

test.each([
  ['the shop’s public address', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' }],
  ['the requested host', { origin: 'http://10.0.0.7:8080', host: '10.0.0.7:8080' }],
  [
    'a page behind a proxy that calls the shop by another name',
    { origin: 'https://shop.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['the address bar', { 'sec-fetch-site': 'none' }],
])('accepts requests from %s', async (_, headers) => {
  expect((await createShopper(shop.app).send('POST', '/events', events, headers)).status).toBe(202);
});

test('reading needs neither a token nor an origin', async () => {
  const { status } = await member.browser.send('GET', '/me', undefined, { 'sec-fetch-site': 'cross-site' });
  expect(status).toBe(200);
});

test('the shop’s own pages act for their visitor', async () => {
  const response = await shop.app.inject({
    url: '/test/in-process',
    cookies: Object.fromEntries(member.browser.cookies),
  });
  expect(response.json()).toEqual({ status: 200 });
});
