import type { LoginAnswer, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  mailsTo,
  newEmail,
  spendStrangersTries,
  tokenMailedTo,
} from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

const minuteMs = 60_000;
let now = Date.now();
const pass = (minutes: number) => {
  now += minutes * minuteMs;
};

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize, clock: () => new Date(now) });
});
beforeEach(() => shop.db.execute(sql`delete from rate_limits`));
afterAll(() => shop.close());

const post = (path: string, payload: object, remoteAddress = '10.0.0.1') =>
  shop.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, remoteAddress });
const attempt = (
  email: string,
  {
    password = 'not the password',
    address = '10.0.0.1',
    deviceToken,
  }: { password?: string; address?: string; deviceToken?: string } = {},
) =>
  post(
    '/auth/login',
    { email, password, ...(deviceToken !== undefined && { device_token: deviceToken }) },
    address,
  );

test.each([
  ['a known', async () => (await createMember(shop)).email],
  ['an unknown', async () => newEmail()],
])(
  'one address has five tries on %s email address, and gets one back every 15 minutes',
  async (_, emailOf) => {
    const email = await emailOf();
    for (let index = 0; index < 5; index++) expect((await attempt(email)).statusCode).toBe(401);
    const refused = await attempt(email.toUpperCase(), { password: goodPassword });
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([429, 'too-many-attempts']);
    expect(refused.json<Problem>().detail).toBe(
      'Please try again in 15 minutes, or ask for an email with a link that logs you in.',
    );
    expect(refused.headers['retry-after']).toBe(String(15 * 60));
    expect((await attempt(email, { address: '10.0.0.2' })).statusCode).toBe(401);
    pass(15);
    expect((await attempt(email)).statusCode).toBe(401);
    expect((await attempt(email)).statusCode).toBe(429);
  },
);

test('concurrent attempts do not evade the limit', async () => {
  const { email } = await createMember(shop);
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(email)));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(15);
});

test('strangers share twenty tries on an account, from any number of addresses', async () => {
  const { email } = await createMember(shop);
  expect(await spendStrangersTries(shop, email)).toBe(20);
  expect((await attempt(email, { password: goodPassword, address: '10.0.0.9' })).statusCode).toBe(429);
  pass(20);
  const right = await attempt(email, { password: goodPassword, address: '10.0.0.9' });
  expect(right.statusCode).toBe(200);
});

test('all IPv6 addresses of one client count as one', async () => {
  const { email } = await createMember(shop);
  for (let index = 0; index < 5; index++)
    expect((await attempt(email, { address: `2001:db8:1:2::${index}` })).statusCode).toBe(401);
  expect((await attempt(email, { address: '2001:db8:1:2:ffff::1' })).statusCode).toBe(429);
});

test('an owner can log in on a known device, whatever strangers try', async () => {
  const { email, browser, login } = await createMember(shop);
  await spendStrangersTries(shop, email);
  const again = createShopper(shop.app);
  again.cookies.set('kindred_device', browser.cookies.get('kindred_device')!);
  const body = { email, password: goodPassword };
  expect((await again.send('POST', '/auth/login', body)).status).toBe(200);
  const program = await attempt(email, { password: goodPassword, deviceToken: login.device_token });
  expect(program.json<LoginAnswer>().device_token).toBe(login.device_token);
});

test('a known device has five tries of its own, only on its own account', async () => {
  const { email, login } = await createMember(shop);
  const other = await createMember(shop);
  await spendStrangersTries(shop, email);
  const deviceToken = other.login.device_token;
  for (const given of [
    deviceToken,
    `${login.device_token.split('.')[0]}.${deviceToken.split('.')[1]}`,
    'x',
    '.',
  ])
    expect((await attempt(email, { password: goodPassword, deviceToken: given })).statusCode).toBe(429);
  for (let index = 0; index < 5; index++)
    expect((await attempt(email, { deviceToken: login.device_token })).statusCode).toBe(401);
  expect((await attempt(email, { deviceToken: login.device_token })).statusCode).toBe(429);
});

test('a shared browser is a known device of both accounts', async () => {
  const [first, second] = [await createMember(shop), await createMember(shop)];
  const { browser } = first;
  await browser.send('POST', '/auth/login', {
    email: second.email,
    password: goodPassword,
    set_cookies: true,
  });
  for (const { email } of [first, second]) {
    await spendStrangersTries(shop, email);
    await shop.db.execute(sql`delete from rate_limits where key not like 'login-account%'`);
    expect((await browser.send('POST', '/auth/login', { email, password: goodPassword })).status).toBe(200);
  }
});

test('a new password makes every device unknown except the one on which it was set', async () => {
  const member = await createMember(shop);
  const { email } = member;
  const elsewhere = await logIn(shop, email);
  const password = 'another harbour 17 lamps';
  await member.send('POST', '/me/password', { current_password: goodPassword, password });
  await spendStrangersTries(shop, email);
  expect((await member.browser.send('POST', '/auth/login', { email, password })).status).toBe(200);
  const old = elsewhere.login.device_token;
  expect((await attempt(email, { password, deviceToken: old })).statusCode).toBe(429);
});

test('an owner can log in on a new device by a mail, once', async () => {
  const { email } = await createMember(shop);
  await spendStrangersTries(shop, email);
  expect((await post('/auth/login-link', { email }, '10.0.0.9')).statusCode).toBe(202);
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'log-in');
  const used = await post('/auth/login-link/use', { token }, '10.0.0.9');
  expect(used.json<LoginAnswer>().user.email).toBe(email);
  expect(used.cookies).toEqual([]);
  const again = await post('/auth/login-link/use', { token, set_cookies: true }, '10.0.0.9');
  expect([again.statusCode, again.json<Problem>().code]).toEqual([400, 'invalid-mail-token']);
  const { device_token } = used.json<LoginAnswer>();
  const next = await attempt(email, { password: goodPassword, deviceToken: device_token });
  expect(next.statusCode).toBe(200);
});

test('a log-in link is valid for an hour, and only for a log-in', async () => {
  const { email } = await createMember(shop);
  await post('/auth/login-link', { email });
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'log-in');
  const reset = await post('/auth/reset-password', { token, password: goodPassword });
  expect(reset.json<Problem>().code).toBe('invalid-mail-token');
  pass(60);
  expect((await post('/auth/login-link/use', { token })).statusCode).toBe(400);
});

test('a new password invalidates earlier links', async () => {
  const member = await createMember(shop);
  const { email } = member;
  await post('/auth/login-link', { email });
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'log-in');
  await member.send('POST', '/me/password', {
    current_password: goodPassword,
    password: 'another harbour 17 lamps',
  });
  expect((await post('/auth/login-link/use', { token })).statusCode).toBe(400);
});

test('for an unverified address, the mail sets a new password, so that the person who signed up is locked out', async () => {
  const { email } = await createMember(shop, { isVerified: false });
  await post('/auth/login-link', { email });
  await shop.services.jobs.runDue();
  expect((await mailsTo(shop.db, email)).map(({ kind }) => kind)).toEqual(['reset-password']);
});

test.each([
  ['/auth/login-link', 'log-in'],
  ['/auth/forgot-password', 'reset-password'],
])('%s: after any number of requests, the mailbox has a valid link and few mails', async (path, kind) => {
  const { email } = await createMember(shop);
  for (let minute = 0; minute < 24 * 60; minute += 5) {
    expect((await post(path, { email }, `10.2.${minute % 250}.1`)).statusCode).toBe(202);
    await shop.services.jobs.runDue();
    const { rows } = await shop.db.execute(sql`
      select from mail_tokens where email = ${email} and used_at is null
        and expires_at >= ${new Date(now + 15 * minuteMs).toISOString()}`);
    expect(rows.length).toBeGreaterThan(0);
    pass(5);
  }
  const mails = await mailsTo(shop.db, email);
  expect(mails.length).toBeLessThanOrEqual(34);

  // After a link was used, the next one is sent immediately.
  const use = path.includes('link') ? '/auth/login-link/use' : '/auth/reset-password';
  const password = 'another harbour 17 lamps';
  const token = await tokenMailedTo(shop.db, email, kind);
  const used = await post(use, { token, ...(use.includes('reset') && { password }) });
  expect(used.statusCode).toBeLessThan(300);
  await post(path, { email }, '10.3.0.1');
  await shop.services.jobs.runDue();
  const links = (await mailsTo(shop.db, email)).filter((mail) => mail.kind === kind);
  expect(links).toHaveLength(mails.length + 1);
});

test('for sign-ups with a known address, its owner gets three mails, then one every 45 minutes', async () => {
  const { email } = await createMember(shop);
  const signUp = () => post('/auth/register', { email, password: goodPassword });
  for (let index = 0; index < 6; index++) expect((await signUp()).statusCode).toBe(202);
  expect(await mailsTo(shop.db, email)).toHaveLength(3);
  pass(45);
  await signUp();
  expect(await mailsTo(shop.db, email)).toHaveLength(4);
});

test('a log-in resets the count of wrong passwords', async () => {
  const { email, login } = await createMember(shop);
  const deviceToken = login.device_token;
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < 4; index++)
      expect((await attempt(email, { deviceToken })).statusCode).toBe(401);
    expect((await attempt(email, { deviceToken, password: goodPassword })).statusCode).toBe(200);
  }
});

test('one address has thirty wrong passwords over all accounts', async () => {
  const { email } = await createMember(shop);
  // Successful log-ins do not count.
  for (let index = 0; index < 3; index++) await attempt(email, { password: goodPassword });
  for (let index = 0; index < 30; index++) expect((await attempt(newEmail())).statusCode).toBe(401);
  expect((await attempt(email, { password: goodPassword })).statusCode).toBe(429);
  expect((await attempt(email, { password: goodPassword, address: '10.0.0.2' })).statusCode).toBe(200);
});

test('a logged-in user cannot guess the password, and other users’ guesses do not count for them', async () => {
  const member = await createMember(shop);
  const elsewhere = await logIn(shop, member.email);
  await spendStrangersTries(shop, member.email);
  const guess = (current_password = 'not the password') =>
    member.send('POST', '/me/password', { current_password, password: 'a better one 123' });
  for (let index = 0; index < 5; index++) expect((await guess()).status).toBe(403);
  expect((await guess(goodPassword)).status).toBe(429);
  const owner = createShopper(shop.app, { token: elsewhere.login.access_token });
  const change = { current_password: goodPassword, password: 'a better one 123' };
  expect((await owner.send('POST', '/me/password', change)).status).toBe(204);
});

test('stores neither email addresses nor network addresses', async () => {
  const email = newEmail();
  await attempt(email, { address: '203.0.113.77' });
  const { rows } = await shop.db.execute<{ key: string }>(sql`select key from rate_limits`);
  expect(rows).toHaveLength(3);
  for (const { key } of rows) {
    expect(key).not.toContain(email);
    expect(key).not.toContain('203.0.113.77');
  }
});
