import type { Problem, Profile, TokenPair } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readApiToken, signApiToken } from '../../../platform/http/api-token.ts';
import { createInProcessFetch } from '../../../platform/http/in-process-fetch.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { hashToken } from '../../../platform/secret-token.ts';
import { createMember, logIn } from '../../../testing/account-fixture.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, secret, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
  // A page sends several API requests as its visitor.
  shop.app.get('/test/page', async (request, reply) => {
    const fetch = createInProcessFetch(shop.app, request, reply);
    const answers = [await fetch('/api/v1/me'), await fetch('/api/v1/me')];
    return Promise.all(answers.map(async (answer) => ((await answer.json()) as Profile).user_id));
  });
});
afterAll(() => shop.close());

const refresh = (refresh_token: string) =>
  createShopper(shop.app).send<TokenPair & Problem>('POST', '/auth/refresh', { refresh_token });
const bearer = (token: string) => createShopper(shop.app, { token });

/** Pretends that the token was used that long ago. */
async function usedSecondsAgo(token: string, seconds: number): Promise<void> {
  await shop.db.execute(sql`
    update refresh_tokens set used_at = now() - make_interval(secs => ${seconds}) where token_hash = ${hashToken(token)}`);
}

/** Lets the browser's access token expire. */
async function withExpiredAccess(browser: Shopper): Promise<void> {
  const claims = await readApiToken(browser.cookies.get('kindred_access')!, secret);
  const expired = await signApiToken({ secret, caller: claims!, lifetimeSeconds: -1 });
  browser.cookies.set('kindred_access', expired);
}

test('exchanges a refresh token for a new pair', async () => {
  const { login, userId } = await createMember(shop);
  const { status, body } = await refresh(login.refresh_token);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
  expect(body.refresh_token).not.toBe(login.refresh_token);
  const me = await bearer(body.access_token).send<Profile>('GET', '/me');
  expect(me.body.user_id).toBe(userId);
  expect((await refresh(body.refresh_token)).status).toBe(200);
});

test('a refresh token that is used twice ends the session for both holders', async () => {
  const { login } = await createMember(shop);
  const next = (await refresh(login.refresh_token)).body;
  const reused = await refresh(login.refresh_token);
  expect([reused.status, reused.body.code]).toEqual([401, 'refresh-token-reused']);
  const after = await refresh(next.refresh_token);
  expect([after.status, after.body.code]).toEqual([401, 'invalid-refresh-token']);
});

test('of several concurrent requests with one refresh token, exactly one succeeds, and the session ends', async () => {
  const { login, userId } = await createMember(shop);
  const answers = await Promise.all(Array.from({ length: 6 }, () => refresh(login.refresh_token)));
  const winners = answers.filter(({ status }) => status === 200);
  expect(winners).toHaveLength(1);
  expect(answers.every(({ status }) => status === 200 || status === 401)).toBe(true);
  expect((await refresh(winners[0].body.refresh_token)).status).toBe(401);
  const { rows } = await shop.db.execute(
    sql`select revoked_because from sessions where user_id = ${userId} and revoked_at is not null`,
  );
  expect(rows).toEqual([{ revoked_because: 'refresh token reused' }]);
});

test.each([
  ['was never issued', 'abc'],
  ['only has the right form', 'A'.repeat(43)],
])('rejects a refresh token that %s', async (_, token) => {
  const { status, body } = await refresh(token);
  expect([status, body.code]).toEqual([401, 'invalid-refresh-token']);
});

test('a session ends after 30 days', async () => {
  const { login, userId } = await createMember(shop);
  const { rows } = await shop.db.execute<{ days: number }>(
    sql`select extract(day from expires_at - created_at)::int as days from sessions where user_id = ${userId}`,
  );
  expect(rows).toEqual([{ days: 30 }]);
  await shop.db.execute(
    sql`update sessions set expires_at = now() - interval '1 second' where user_id = ${userId}`,
  );
  expect((await refresh(login.refresh_token)).body.code).toBe('invalid-refresh-token');
});

test('any request renews a browser whose access has expired, and its answer is not cached', async () => {
  const { browser, userId } = await createMember(shop);
  await withExpiredAccess(browser);
  const response = await shop.app.inject({
    url: '/api/v1/categories',
    cookies: Object.fromEntries(browser.cookies),
  });
  expect(response.headers['cache-control']).toBe('private, no-store');
  expect(response.cookies.map(({ name }) => name).sort()).toEqual(['kindred_access', 'kindred_refresh']);
  const me = await browser.send<Profile>('GET', '/me');
  expect(me.body.user_id).toBe(userId);
});

test('the requests of one page may use the same refresh cookie', async () => {
  const { browser, userId } = await createMember(shop);
  await withExpiredAccess(browser);
  const cookies = Object.fromEntries(browser.cookies);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => shop.app.inject({ url: '/api/v1/me', cookies })),
  );
  expect(answers.map((answer) => answer.json<Profile>().user_id)).toEqual(Array(5).fill(userId));
  const rotated = answers.filter((answer) => answer.cookies.some(({ name }) => name === 'kindred_refresh'));
  expect(rotated).toHaveLength(1);
});

test('a renewed page calls the API with its new cookies', async () => {
  const { browser, userId } = await createMember(shop);
  await withExpiredAccess(browser);
  const page = await shop.app.inject({ url: '/test/page', cookies: Object.fromEntries(browser.cookies) });
  expect(page.json()).toEqual([userId, userId]);
  expect(page.cookies.map(({ name }) => name).sort()).toEqual(['kindred_access', 'kindred_refresh']);
  const { rows } = await shop.db.execute(sql`
    select count(*)::int as tokens from refresh_tokens join sessions using (session_id) where user_id = ${userId}`);
  expect(rows).toEqual([{ tokens: 2 }]);
});

test('a used refresh cookie that comes again later ends the session', async () => {
  const { browser, userId } = await createMember(shop);
  await withExpiredAccess(browser);
  const old = new Map(browser.cookies);
  await browser.send('GET', '/me');
  await usedSecondsAgo(old.get('kindred_refresh')!, 31);
  const thief = await shop.app.inject({ url: '/api/v1/me', cookies: Object.fromEntries(old) });
  expect(thief.statusCode).toBe(401);
  expect(thief.cookies.every(({ value }) => value === '')).toBe(true);
  const { rows } = await shop.db.execute(sql`select revoked_because from sessions where user_id = ${userId}`);
  expect(rows).toEqual([{ revoked_because: 'refresh token reused' }]);
});

test('does not query the database while the access token is valid', async () => {
  const { browser } = await createMember(shop);
  browser.cookies.set('kindred_refresh', 'nonsense');
  expect((await browser.send('GET', '/me')).status).toBe(200);
  expect(browser.cookies.get('kindred_refresh')).toBe('nonsense');
});

test('a stream of events does not renew cookies, because it could not deliver them', async () => {
  const { browser } = await createMember(shop);
  await withExpiredAccess(browser);
  const response = await shop.app.inject({
    url: '/api/v1/me',
    cookies: Object.fromEntries(browser.cookies),
    headers: { accept: 'text/event-stream' },
  });
  expect(response.statusCode).toBe(200);
  expect(response.cookies.map(({ name }) => name)).toEqual(['kindred_access']);
});

test('a log-out ends the session, with a valid or an expired access token', async () => {
  const first = await createMember(shop);
  const held = first.browser.cookies.get('kindred_refresh')!;
  expect((await first.send('POST', '/auth/logout')).status).toBe(204);
  expect([...first.browser.cookies.keys()].filter((name) => /access|refresh/.test(name))).toEqual([]);
  expect((await refresh(held)).body.code).toBe('invalid-refresh-token');

  const { browser, login } = await logIn(shop, first.email);
  await withExpiredAccess(browser);
  expect((await browser.send('POST', '/auth/logout')).status).toBe(204);
  expect((await refresh(login.refresh_token)).body.code).toBe('invalid-refresh-token');
});

test('an API client logs out with its token', async () => {
  const { login } = await createMember(shop);
  expect((await bearer(login.access_token).send('POST', '/auth/logout')).status).toBe(204);
  expect((await refresh(login.refresh_token)).body.code).toBe('invalid-refresh-token');
});

test('a browser refreshes with only its cookie', async () => {
  const { browser } = await createMember(shop);
  browser.cookies.delete('kindred_access');
  const before = browser.cookies.get('kindred_refresh');
  expect((await browser.send('POST', '/auth/refresh')).status).toBe(200);
  expect(browser.cookies.get('kindred_refresh')).not.toBe(before);
  expect((await browser.send('GET', '/me')).status).toBe(200);
});

test('a token has the role in the database', async () => {
  const admin = await createMember(shop, { role: 'admin' });
  expect(await readApiToken(admin.login.access_token, secret)).toMatchObject({ isAdmin: true });
  await shop.db.execute(sql`update users set role = 'shopper' where user_id = ${admin.userId}`);
  const { body } = await refresh(admin.login.refresh_token);
  expect(await readApiToken(body.access_token, secret)).toMatchObject({ isAdmin: false });
});

test('deletes what has expired', async () => {
  const { userId } = await createMember(shop);
  await shop.db.execute(
    sql`update sessions set expires_at = now() - interval '1 hour' where user_id = ${userId}`,
  );
  await shop.db.execute(
    sql`insert into rate_limits (key, full_at) values ('old', now() - interval '1 hour')`,
  );
  await shop.db.execute(sql`select graphile_worker.add_job('sweep-accounts')`);
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute(sql`
    select (select count(*)::int from sessions where user_id = ${userId}) as sessions,
      (select count(*)::int from rate_limits where key = 'old') as limits`);
  expect(rows).toEqual([{ sessions: 0, limits: 0 }]);
});
