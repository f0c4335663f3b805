import type { MailOnItsWay, Problem } from '@kindred/contracts';
import { parseOptions } from '@node-rs/argon2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeServices } from '../../../compose.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  mailsTo,
  newEmail,
  spendStrangersTries,
} from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { appointAdmin } from './appoint-admin.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { createAccount } from './create-account.ts';
import { login } from './login.ts';
import { mailLoginLink } from './login-link.ts';
import { createPasswords, strongPasswords } from './password.ts';
import { register } from './register.ts';
import { mailResetLink, requestPasswordReset } from './reset-password.ts';

let shop: TestShop;
let known: string;
beforeAll(async () => {
  shop = await createTestShop({ passwords: strongPasswords });
  known = (await createMember(shop)).email;
});
afterAll(() => shop.close());

const post = (path: string, body: object) =>
  createShopper(shop.app).send<MailOnItsWay & Problem>('POST', path, body);

async function hashOf(email: string): Promise<string> {
  const { rows } = await shop.db.execute<{ password_hash: string }>(
    sql`select password_hash from users where email = ${email}`,
  );
  return rows[0].password_hash;
}

/** A difference that the network hides. */
const unseenMs = 2;

/** Other programs may use the machine. A real difference would show every time. */
const noisy = { retry: 3 };

/** Measures two functions in turns, and returns how many times longer one takes than the other. */
async function timeRatio(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 12; round++)
    for (const [index, attempt] of [first, second].entries()) {
      const started = performance.now();
      await attempt();
      // The first rounds warm up.
      if (round > 1) times[index].push(performance.now() - started);
    }
  // The fastest run of each, without disturbances.
  const [a, b] = times.map((each) => Math.min(...each));
  return (Math.max(a, b) + unseenMs) / (Math.min(a, b) + unseenMs);
}

test('a log-in gives the same answer for a wrong password and an unknown address', async () => {
  const wrong = await post('/auth/login', { email: known, password: 'not the password' });
  const unknown = await post('/auth/login', { email: newEmail(), password: 'not the password' });
  expect(wrong.status).toBe(401);
  expect({ ...unknown, body: { ...unknown.body, instance: '' } }).toEqual({
    ...wrong,
    body: { ...wrong.body, instance: '' },
  });
});

test('a sign-up gives the same answer for a known address, and mails its owner', async () => {
  const unknown = await post('/auth/register', { email: newEmail(), password: goodPassword });
  const taken = await post('/auth/register', { email: known.toUpperCase(), password: 'another one 123' });
  expect(unknown.status).toBe(202);
  expect(taken).toEqual(unknown);
  expect(await mailsTo(shop.db, known)).toMatchObject([{ kind: 'already-registered' }]);
  await logIn(shop, known);
});

test('a password reset gives the same answer for an unknown address, and sends no mail', async () => {
  const email = newEmail();
  const unknown = await post('/auth/forgot-password', { email });
  const taken = await post('/auth/forgot-password', { email: known });
  expect(unknown.status).toBe(202);
  expect(taken).toEqual(unknown);
  await mailResetLink(shop.services.accounts, email);
  expect(await mailsTo(shop.db, email)).toEqual([]);
});

test('a log-in by mail gives the same answer for an unknown address, and sends no mail', async () => {
  const email = newEmail();
  const unknown = await post('/auth/login-link', { email });
  const taken = await post('/auth/login-link', { email: known });
  expect(unknown.status).toBe(202);
  expect(taken).toEqual(unknown);
  await mailLoginLink(shop.services.accounts, email);
  expect(await mailsTo(shop.db, email)).toEqual([]);
});

test('after too many attempts, rejects known and unknown addresses alike', async () => {
  const attempt = async (email: string) => {
    const { body } = await post('/auth/login', { email, password: goodPassword });
    return { ...body, instance: '' };
  };
  const unknown = newEmail();
  for (const email of [known, unknown]) await spendStrangersTries(shop, email);
  expect(await attempt(known)).toMatchObject({ status: 429, code: 'too-many-attempts' });
  expect(await attempt(known)).toEqual(await attempt(unknown));
});

/** Without limits, because the test makes more requests than they allow. */
const limits: AttemptLimits = {
  count: async () => {},
  take: async () => true,
  giveBack: async () => {},
  forget: async () => {},
};

test('an unknown address takes as long as a wrong password', noisy, async () => {
  const accounts = { ...shop.services.accounts, limits };
  const place = {
    address: '10.0.0.1',
    userAgent: undefined,
    deviceTokens: ['nonsense.nonsense'],
    visitorId: undefined,
  };
  const attempt = (email: string) => () =>
    expect(login(accounts, { email, password: 'not the password', ...place })).rejects.toThrow('credentials');
  expect(await timeRatio(attempt(known), attempt(newEmail()))).toBeLessThan(1.5);
});

test('a password reset takes the same time for a known and an unknown address', noisy, async () => {
  const { accounts } = shop.services;
  const attempt = (email: string) => () =>
    requestPasswordReset({ ...accounts, limits }, { email, address: '10.0.0.1' });
  expect(await timeRatio(attempt(known), attempt(newEmail()))).toBeLessThan(1.5);
});

test('a sign-up takes the same time for a known and an unknown address', noisy, async () => {
  const accounts = { ...shop.services.accounts, limits };
  const attempt = (email: () => string) => () =>
    register(accounts, { email: email(), password: goodPassword, address: '10.0.0.1' });
  expect(
    await timeRatio(
      attempt(() => known),
      attempt(newEmail),
    ),
  ).toBeLessThan(1.5);
});

test('the dummy hash costs the same work as a real one, and matches no password', async () => {
  const { hashOfNobody } = strongPasswords;
  expect(parseOptions(hashOfNobody)).toEqual(parseOptions(await strongPasswords.hash(goodPassword)));
  expect(await strongPasswords.verify(hashOfNobody, '')).toBe(false);
});

test('by default, hashes cost what OWASP recommends', async () => {
  const asked = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/;
  const services = await composeServices(shop.services.runtime);
  expect(await services.accounts.passwords.hash(goodPassword)).toMatch(asked);
  await services.close();
  const account = { email: newEmail(), password: goodPassword };
  await createAccount(shop.db, account);
  await appointAdmin(shop.db, { email: known, password: goodPassword });
  for (const email of [account.email, known]) expect(await hashOf(email)).toMatch(asked);
});

test('replaces a weaker hash at the log-in', async () => {
  const { email } = await createMember(shop);
  const weak = await createPasswords({ memoryCost: 4_096, timeCost: 1, parallelism: 1 }).hash(goodPassword);
  await shop.db.execute(sql`update users set password_hash = ${weak} where email = ${email}`);
  await logIn(shop, email);
  expect(parseOptions(await hashOf(email))).toMatchObject({ memoryCost: 19_456, timeCost: 2 });
  await logIn(shop, email);
});
