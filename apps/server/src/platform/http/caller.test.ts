import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember } from '../../testing/account-fixture.ts';
import { createTestShop, secret, type TestShop } from '../../testing/test-shop.ts';
import { signApiToken } from './api-token.ts';

let shop: TestShop;
let userId: string;
beforeAll(async () => {
  shop = await createTestShop();
  shop.app.get('/test/page', async (request) => ({ userId: request.caller.userId ?? null }));
  ({ userId } = await createMember(shop));
});
afterAll(() => shop.close());

const me = (request: { headers?: Record<string, string>; cookies?: Record<string, string> }) =>
  shop.app.inject({ url: '/api/v1/me', ...request });
const caller = () => ({ userId, isAdmin: false });

/** A token that is valid except for the test's changes. */
function token({ algorithm = 'HS256', audience = 'kindred-api', seconds = 60, key = secret } = {}) {
  return new SignJWT({ role: 'user' })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer('kindred')
    .setAudience(audience)
    .setSubject(userId)
    .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
    .sign(new TextEncoder().encode(key));
}

test('identifies a caller by a bearer token, or by the same token in a cookie', async () => {
  const good = await signApiToken({ secret, caller: caller(), lifetimeSeconds: 60 });
  expect((await me({ headers: { authorization: `Bearer ${good}` } })).statusCode).toBe(200);
  expect((await me({ cookies: { kindred_access: good } })).statusCode).toBe(200);
});

test.each<[string, () => Promise<string> | string]>([
  [
    'without a signature (alg none)',
    () =>
      new UnsecuredJWT({ role: 'admin' })
        .setIssuer('kindred')
        .setAudience('kindred-api')
        .setSubject(userId)
        .setExpirationTime('1h')
        .encode(),
  ],
  ['with another algorithm', () => token({ algorithm: 'HS512' })],
  ['that has expired', () => token({ seconds: -1 })],
  ['for another audience', () => token({ audience: 'elsewhere' })],
  ['signed with another secret', () => token({ key: 'a secret that is long enough but not ours' })],
])('rejects a token %s in the header, and ignores it in the cookie', async (_, make) => {
  const bad = await make();
  const inHeader = await me({ headers: { authorization: `Bearer ${bad}` } });
  expect([inHeader.statusCode, inHeader.json().code]).toEqual([401, 'invalid-token']);
  const inCookie = await me({ cookies: { kindred_access: bad } });
  expect([inCookie.statusCode, inCookie.json().code]).toEqual([401, 'log-in-first']);
  const page = await shop.app.inject({ url: '/api/v1/categories', cookies: { kindred_access: bad } });
  expect(page.statusCode).toBe(200);
});

test('a header takes precedence over a cookie', async () => {
  const good = await token();
  const both = await me({ headers: { authorization: 'Bearer nonsense' }, cookies: { kindred_access: good } });
  expect(both.statusCode).toBe(401);
});

test.each(['Basic c3RhZ2luZzpkb29y', 'Digest username="staging"', 'Bearerish abc'])(
  'ignores the header “%s”, which is for a proxy, and uses the cookie',
  async (authorization) => {
    const good = await signApiToken({ secret, caller: caller(), lifetimeSeconds: 60 });
    const headers = { authorization };
    expect((await me({ headers, cookies: { kindred_access: good } })).statusCode).toBe(200);
    expect((await me({ headers })).json().code).toBe('log-in-first');
  },
);

test.each(['Bearer', 'Bearer ', 'Bearer not one of ours', 'bearer eyJhbGciOiJub25lIn0.e30.'])(
  'the API rejects the header “%s”, but a page is still served',
  async (authorization) => {
    expect((await me({ headers: { authorization } })).statusCode).toBe(401);
    const good = await signApiToken({ secret, caller: caller(), lifetimeSeconds: 60 });
    for (const cookies of [{}, { kindred_access: good }]) {
      const page = await shop.app.inject({ url: '/test/page', headers: { authorization }, cookies });
      const isKnown = 'kindred_access' in cookies;
      expect([page.statusCode, page.json()]).toEqual([200, { userId: isKnown ? userId : null }]);
    }
  },
);

test('a caller without a log-in gets the problem `log-in-first`', async () => {
  const response = await me({});
  expect([response.statusCode, response.json().code]).toEqual([401, 'log-in-first']);
});
