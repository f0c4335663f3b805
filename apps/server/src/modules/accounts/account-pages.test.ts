import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
const email = 'ada@shop.test';
const password = 'four words nobody guesses';

beforeAll(async () => {
  shop = await createTestShop();
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
