import type { Problem, Profile } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  mailsTo,
  newEmail,
  tokenMailedTo,
} from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

const person = () => createShopper(shop.app);

test('a new shopper registers, verifies the email and logs in', async () => {
  const email = newEmail();
  const browser = person();
  const registered = await browser.send('POST', '/auth/register', {
    email: ` ${email} `,
    password: goodPassword,
    first_name: 'Grace',
  });
  expect(registered.status).toBe(202);
  expect(await mailsTo(shop.db, email)).toMatchObject([
    { kind: 'verify-email', data: { first_name: 'Grace' } },
  ]);

  const { login } = await logIn(shop, email);
  expect(login.user).toMatchObject({
    email,
    email_verified: false,
    first_name: 'Grace',
    role: 'shopper',
  });

  const token = await tokenMailedTo(shop.db, email, 'verify-email');
  expect((await person().send('POST', '/auth/verify-email', { token })).status).toBe(204);
  const again = await person().send<Problem>('POST', '/auth/verify-email', { token });
  expect([again.status, again.body.code]).toEqual([400, 'invalid-mail-token']);

  const { body: me } = await createShopper(shop.app, { token: login.access_token }).send<Profile>(
    'GET',
    '/me',
  );
  expect(me).toMatchObject({ email, email_verified: true });
});

test('ignores the case of email addresses', async () => {
  const { email } = await createMember(shop);
  const { login } = await logIn(shop, email.toUpperCase());
  expect(login.user.email).toBe(email);
});

test.each([
  ['too short', 'short one'],
  ['too long', 'x1y'.repeat(70)],
  ['one of the most common', 'Password1234'],
  ['one letter over and over', 'aaaaaaaaaaaa'],
  ['the email itself', 'ada.oberg@example.com'],
])('rejects a password that is %s', async (_, password) => {
  const { status, body } = await person().send<Problem>('POST', '/auth/register', {
    email: 'Ada.Oberg@example.com',
    password,
  });
  expect([status, body.code]).toEqual([400, 'weak-password']);
});

test('a log-in sets cookies that scripts cannot read, if the browser asks for cookies', async () => {
  const { email } = await createMember(shop);
  const response = await shop.app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email, password: goodPassword, set_cookies: true },
  });
  expect(response.headers['cache-control']).toBe('private, no-store');
  const session = response.cookies.filter(({ name }) => /access|refresh/.test(name));
  expect(session).toHaveLength(2);
  for (const cookie of session)
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 30 * 24 * 60 * 60 });
});

test('a reviewer of a data set can never log in or reset a password', async () => {
  const { rows } = await shop.db.execute<{ user_id: string }>(
    sql`select user_id from users where email is null limit 1`,
  );
  const email = newEmail();
  await shop.db.execute(sql`update users set email = ${email} where user_id = ${rows[0].user_id}`);
  const { status, body } = await person().send<Problem>('POST', '/auth/login', {
    email,
    password: goodPassword,
  });
  expect([status, body.code]).toEqual([401, 'invalid-credentials']);
});

test('a reviewer’s address in a data set allows no log-in, and its owner can sign up with it', async () => {
  const email = newEmail();
  const { rows } = await shop.db.execute<{ user_id: string }>(sql`
    update users set imported_email = ${email} where user_id = (select user_id from users where email is null limit 1)
    returning user_id`);
  expect((await person().send('POST', '/auth/forgot-password', { email })).status).toBe(202);
  await shop.services.jobs.runDue();
  expect(await mailsTo(shop.db, email)).toEqual([]);
  const registered = await person().send('POST', '/auth/register', { email, password: goodPassword });
  expect(registered.status).toBe(202);
  const accounts = await shop.db.execute(sql`select user_id from users where email = ${email}`);
  expect(accounts.rows).toEqual([{ user_id: expect.not.stringMatching(`^${rows[0].user_id}$`) }]);
});

test('the link of the mail resets a forgotten password, once, and ends all log-ins', async () => {
  const { email, browser, login } = await createMember(shop);
  expect((await person().send('POST', '/auth/forgot-password', { email })).status).toBe(202);
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'reset-password');

  const weak = await person().send<Problem>('POST', '/auth/reset-password', { token, password: email });
  expect(weak.body.code).toBe('weak-password');
  const password = 'another harbour 17 lamps';
  expect((await person().send('POST', '/auth/reset-password', { token, password })).status).toBe(204);
  const again = await person().send<Problem>('POST', '/auth/reset-password', { token, password });
  expect(again.body.code).toBe('invalid-mail-token');

  const refreshed = await person().send<Problem>('POST', '/auth/refresh', {
    refresh_token: login.refresh_token,
  });
  expect([refreshed.status, refreshed.body.code]).toEqual([401, 'invalid-refresh-token']);
  browser.cookies.delete('kindred_access');
  expect((await browser.send('GET', '/me')).status).toBe(401);
  await expect(logIn(shop, email)).rejects.toThrow('invalid-credentials');
  await logIn(shop, email, password);
  expect((await mailsTo(shop.db, email)).map(({ kind }) => kind)).toEqual([
    'reset-password',
    'password-changed',
  ]);
});

test('a link to reset the password is valid for an hour', async () => {
  const { email } = await createMember(shop);
  await person().send('POST', '/auth/forgot-password', { email });
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'reset-password');
  await shop.db.execute(
    sql`update mail_tokens set expires_at = expires_at - interval '1 hour' where email = ${email}`,
  );
  const { body } = await person().send<Problem>('POST', '/auth/reset-password', {
    token,
    password: goodPassword,
  });
  expect(body.code).toBe('invalid-mail-token');
});

test('a link to verify an address cannot reset the password', async () => {
  const email = newEmail();
  await person().send('POST', '/auth/register', { email, password: goodPassword });
  const token = await tokenMailedTo(shop.db, email, 'verify-email');
  const { body } = await person().send<Problem>('POST', '/auth/reset-password', {
    token,
    password: goodPassword,
  });
  expect(body.code).toBe('invalid-mail-token');
});

test('mails the verification again while it is needed', async () => {
  const member = await createMember(shop, { isVerified: false });
  expect((await member.send('POST', '/auth/resend-verification')).status).toBe(202);
  const token = await tokenMailedTo(shop.db, member.email, 'verify-email');
  await person().send('POST', '/auth/verify-email', { token });
  await member.send('POST', '/auth/resend-verification');
  expect(await mailsTo(shop.db, member.email)).toHaveLength(1);
});

test('a changed password ends all log-ins except the one that changed it', async () => {
  const member = await createMember(shop);
  const elsewhere = await logIn(shop, member.email);
  const password = 'another harbour 17 lamps';
  const wrong = await member.send<Problem>('POST', '/me/password', {
    current_password: 'not the password',
    password,
  });
  expect([wrong.status, wrong.body.code]).toEqual([403, 'wrong-password']);
  const changed = await member.send('POST', '/me/password', { current_password: goodPassword, password });
  expect(changed.status).toBe(204);

  const refresh = (token: string) => person().send('POST', '/auth/refresh', { refresh_token: token });
  expect((await refresh(elsewhere.login.refresh_token)).status).toBe(401);
  expect((await refresh(member.login.refresh_token)).status).toBe(200);
  await logIn(shop, member.email, password);
});

test('a log-in succeeds even if the work after it fails', async () => {
  const { email } = await createMember(shop);
  const { onLogin } = shop.services.accounts;
  const accounts = shop.services.accounts as { onLogin: typeof onLogin };
  const seen: unknown[] = [];
  accounts.onLogin = async (who) => {
    seen.push(who);
    throw new Error('the cart is away');
  };
  const { login } = await logIn(shop, email);
  const merge = { lines: [], promo_codes: ['WELCOME10'] };
  accounts.onLogin = async () => merge;
  const { login: second } = await logIn(shop, email);
  accounts.onLogin = onLogin;
  expect(seen).toEqual([{ userId: login.user.user_id, visitorId: undefined }]);
  expect(login.cart_merge).toBeUndefined();
  expect(second.cart_merge).toEqual(merge);
});
