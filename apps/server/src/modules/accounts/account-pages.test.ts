import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword, spendStrangersTries } from '../../testing/account-fixture.ts';
import { createTestShop, smallSize, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
const email = 'ada@shop.test';
const password = 'four words nobody guesses';

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

function api(path: string, payload: object) {
  return shop.app.inject({ method: 'POST', url: `/api/v1${path}`, payload });
}

function post(path: string, fields: Record<string, string>) {
  return shop.app.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** The path and the token of the newest mail of a kind. */
async function mailedLink(kind: string): Promise<{ url: string; path: string; token: string }> {
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ link: string }>(
    sql`select data ->> 'link' as link from mails where kind = ${kind} order by created_at desc limit 1`,
  );
  const { pathname, search, searchParams } = new URL(rows[0].link);
  return { url: pathname + search, path: pathname, token: searchParams.get('token') ?? '' };
}

test('the link of the mail confirms an address, by its button and once', async () => {
  expect((await api('/auth/register', { email, password })).statusCode).toBe(202);
  const { url, path, token } = await mailedLink('verify-email');
  expect(path).toBe('/account/verify');
  for (let opened = 0; opened < 2; opened++) {
    const page = await shop.app.inject({ url });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`value="${token}"`);
  }
  expect((await post(path, { token })).statusCode).toBe(200);
  const again = await post(path, { token });
  expect([again.statusCode, again.body.includes('does not work any more')]).toEqual([400, true]);
});

test('the link of the mail sets a new password, and says what is wrong with a weak one', async () => {
  await api('/auth/forgot-password', { email });
  const { url, path, token } = await mailedLink('reset-password');
  expect(path).toBe('/account/reset');
  expect((await shop.app.inject({ url })).body).toContain('autocomplete="new-password"');
  const weak = await post(path, { token, password: 'short' });
  expect(weak.statusCode).toBe(400);
  expect(weak.body).toContain('at least 10 characters');
  expect(weak.body).toContain(`value="${token}"`);

  const renewed = 'five other words nobody guesses';
  expect((await post(path, { token, password: renewed })).statusCode).toBe(200);
  expect((await api('/auth/login', { email, password })).statusCode).toBe(401);
  expect((await api('/auth/login', { email, password: renewed })).statusCode).toBe(200);
  expect((await post(path, { token, password: renewed })).statusCode).toBe(400);
});

test('the link of a log-in mail logs in by its button, and the browser is known afterwards', async () => {
  const known = await createMember(shop);
  await spendStrangersTries(shop, known.email);
  const refused = await post('/account/login', { email: known.email, password: goodPassword });
  expect(refused.statusCode).toBe(429);
  expect(refused.body).toContain('href="/account/login-link"');
  expect((await post('/account/login-link', { email: known.email })).body).toContain('a mail is on its way');

  const { url, path, token } = await mailedLink('log-in');
  expect(path).toBe('/account/login-link/use');
  expect((await shop.app.inject(url)).body).toContain(`value="${token}"`);
  const done = await post(path, { token });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
  const cookies = Object.fromEntries(done.cookies.map(({ name, value }) => [name, value]));
  const me = await shop.app.inject({ url: '/api/v1/me', cookies });
  expect(me.json()).toMatchObject({ email: known.email });
  expect((await post(path, { token })).statusCode).toBe(400);

  const again = await shop.app.inject({
    method: 'POST',
    url: '/account/login',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { kindred_device: cookies.kindred_device },
    payload: `${new URLSearchParams({ email: known.email, password: goodPassword })}`,
  });
  expect(again.statusCode).toBe(303);
});

test('who chose a new password by the mail is known to the account', async () => {
  const { email: forgetful } = await createMember(shop);
  await post('/account/forgot', { email: forgetful });
  const { path, token } = await mailedLink('reset-password');
  const done = await post(path, { token, password });
  expect(done.cookies.map(({ name }) => name)).toEqual(['kindred_device']);
});

test.each(['/account/verify', '/account/reset', '/account/login-link/use'])(
  'a form of another site does nothing at %s',
  async (path) => {
    const refused = await shop.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'token=x&password=y',
    });
    expect(refused.statusCode).toBe(403);
  },
);
