import type { MailOnItsWay, Problem } from '@kindred/contracts';
import { parseOptions } from '@node-rs/argon2';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword, logIn, mailsTo, newEmail } from '../../testing/account-fixture.ts';
import { createShopper } from '../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';
import { authenticate } from './authenticate.ts';
import { hashOfNobody, hashPassword } from './password.ts';
import { register } from './register.ts';
import { mailResetLink, requestPasswordReset } from './reset-password.ts';

let shop: TestShop;
let known: string;
beforeAll(async () => {
  shop = await createTestShop();
  known = (await createMember(shop)).email;
});
afterAll(() => shop.close());

const post = (path: string, body: object) =>
  createShopper(shop.app).send<MailOnItsWay & Problem>('POST', path, body);

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** How many times longer one of two takes than the other, tried in turns. */
async function timeRatio(first: () => Promise<unknown>, second: () => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < 12; round++)
    for (const [index, attempt] of [first, second].entries()) {
      const started = performance.now();
      await attempt();
      // The first rounds warm up.
      if (round > 1) times[index].push(performance.now() - started);
    }
  const [a, b] = times.map(median);
  return Math.max(a, b) / Math.min(a, b);
}

test('a log-in says the same of a wrong password and of an unknown e-mail', async () => {
  const wrong = await post('/auth/login', { email: known, password: 'not the password' });
  const unknown = await post('/auth/login', { email: newEmail(), password: 'not the password' });
  expect(wrong.status).toBe(401);
  expect({ ...unknown, body: { ...unknown.body, instance: '' } }).toEqual({
    ...wrong,
    body: { ...wrong.body, instance: '' },
  });
});

test('registering says the same of a known e-mail, and tells its owner', async () => {
  const unknown = await post('/auth/register', { email: newEmail(), password: goodPassword });
  const taken = await post('/auth/register', { email: known.toUpperCase(), password: 'another one 123' });
  expect(unknown.status).toBe(202);
  expect(taken).toEqual(unknown);
  expect(await mailsTo(shop.db, known.toUpperCase())).toMatchObject([{ kind: 'already-registered' }]);
  await logIn(shop, known);
});

test('a forgotten password says the same of an unknown e-mail, and mails nobody', async () => {
  const email = newEmail();
  const unknown = await post('/auth/forgot-password', { email });
  const taken = await post('/auth/forgot-password', { email: known });
  expect(unknown.status).toBe(202);
  expect(taken).toEqual(unknown);
  await mailResetLink(shop.services.accounts, email);
  expect(await mailsTo(shop.db, email)).toEqual([]);
});

test('an unknown e-mail takes as long as a wrong password', async () => {
  const attempt = (email: string) => () => authenticate(shop.db, { email, password: 'not the password' });
  expect(await timeRatio(attempt(known), attempt(newEmail()))).toBeLessThan(1.5);
});

test('asking for a new password takes as long for a known e-mail', async () => {
  const { accounts } = shop.services;
  // Without its limits: a dozen in a row are more than one may ask for.
  const limits = { count: async () => {}, giveBack: async () => {}, forget: async () => {} };
  const attempt = (email: string) => () =>
    requestPasswordReset({ ...accounts, limits }, { email, address: '10.0.0.1' });
  expect(await timeRatio(attempt(known), attempt(newEmail()))).toBeLessThan(1.5);
});

test('registering takes as long for a known e-mail', async () => {
  const limits = { count: async () => {}, giveBack: async () => {}, forget: async () => {} };
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

test('nobody’s hash asks for the same work as everybody’s', async () => {
  expect(parseOptions(hashOfNobody)).toEqual(parseOptions(await hashPassword(goodPassword)));
  expect(parseOptions(hashOfNobody)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
});

test('a hash from easier times is made anew at the log-in', async () => {
  const { email } = await createMember(shop);
  const { hash } = await import('@node-rs/argon2');
  const weak = await hash(goodPassword, { memoryCost: 4_096, timeCost: 1 });
  await shop.db.execute(sql`update users set password_hash = ${weak} where email = ${email}`);
  await logIn(shop, email);
  const { rows } = await shop.db.execute<{ password_hash: string }>(
    sql`select password_hash from users where email = ${email}`,
  );
  expect(parseOptions(rows[0].password_hash)).toMatchObject({ memoryCost: 19_456, timeCost: 2 });
  await logIn(shop, email);
});
