import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword, mailsTo } from '../../testing/account-fixture.ts';
import { createTestShop, smallSize, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

function post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return shop.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}

test('logs in without a script', async () => {
  const { email } = await createMember(shop);
  const form = await shop.app.inject({ url: '/account/login' });
  expect(form.body).toContain('autocomplete="current-password"');
  const done = await post('/account/login', { email, password: goodPassword });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
  const cookies = Object.fromEntries(done.cookies.map(({ name, value }) => [name, value]));
  const me = await shop.app.inject({ url: '/api/v1/me', cookies });
  expect(me.json()).toMatchObject({ email });
});

test('says the same to a wrong password and to an unknown address, and keeps what was typed', async () => {
  const { email } = await createMember(shop);
  const wrong = await post('/account/login', { email, password: 'not the password' });
  const unknown = await post('/account/login', { email: 'nobody@example.com', password: goodPassword });
  expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
  const complaint = /<p class="danger"[^>]*>[^<]+<\/p>/;
  expect(complaint.exec(wrong.body)?.[0]).toBe(complaint.exec(unknown.body)?.[0]);
  expect(wrong.body).toContain(`value="${email}"`);
});

test('is not logged in to by another site', async () => {
  const { email } = await createMember(shop);
  const refused = await post(
    '/account/login',
    { email, password: goodPassword },
    { origin: 'https://elsewhere.example' },
  );
  expect(refused.statusCode).toBe(403);
});

test('asks for a new password, and does not tell who has an account', async () => {
  const { email } = await createMember(shop);
  const known = await post('/account/forgot', { email });
  const unknown = await post('/account/forgot', { email: 'nobody@example.com' });
  expect(known.statusCode).toBe(200);
  const words = (body: string) => body.replace(/nonce="[^"]*"/g, '');
  expect(words(known.body)).toBe(words(unknown.body));
  await shop.services.jobs.runDue();
  expect((await mailsTo(shop.db, email)).map(({ kind }) => kind)).toEqual(['reset-password']);
});
