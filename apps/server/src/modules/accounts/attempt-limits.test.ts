import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMember, goodPassword, newEmail } from '../../testing/account-fixture.ts';
import { createTestShop, type TestShop } from '../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
});
beforeEach(() => shop.db.execute(sql`delete from rate_limits`));
afterAll(() => shop.close());

const post = (path: string, payload: object, remoteAddress = '10.0.0.1') =>
  shop.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, remoteAddress });
const attempt = (email: string, { password = 'not the password', address = '10.0.0.1' } = {}) =>
  post('/auth/login', { email, password }, address);

test.each([
  ['a known', async () => (await createMember(shop)).email],
  ['an unknown', async () => newEmail()],
])(
  'five wrong passwords for %s e-mail are enough for 15 minutes, wherever they come from',
  async (_, emailOf) => {
    const email = await emailOf();
    for (let index = 1; index <= 5; index++)
      expect((await attempt(email, { address: `10.0.0.${index}` })).statusCode).toBe(401);
    const refused = await attempt(email.toUpperCase(), { password: goodPassword, address: '10.0.0.9' });
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'too-many-attempts']);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(14 * 60);
    expect(wait).toBeLessThanOrEqual(15 * 60);
  },
);

test('many at once are no way around it', async () => {
  const { email } = await createMember(shop);
  const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(email)));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(15);
});

test('a log-in forgets the wrong passwords before it', async () => {
  const { email } = await createMember(shop);
  for (let round = 0; round < 2; round++) {
    for (let index = 0; index < 4; index++) expect((await attempt(email)).statusCode).toBe(401);
    expect((await attempt(email, { password: goodPassword })).statusCode).toBe(200);
  }
});

test('thirty wrong passwords from one address are enough for 15 minutes, whomever they are for', async () => {
  const { email } = await createMember(shop);
  // Log-ins that succeed do not count.
  for (let index = 0; index < 3; index++) await attempt(email, { password: goodPassword });
  for (let index = 0; index < 30; index++) expect((await attempt(newEmail())).statusCode).toBe(401);
  expect((await attempt(email, { password: goodPassword })).statusCode).toBe(429);
  expect((await attempt(email, { password: goodPassword, address: '10.0.0.2' })).statusCode).toBe(200);
});

test.each([
  ['/auth/register', { password: goodPassword }],
  ['/auth/forgot-password', {}],
])('%s mails one address three times an hour at most', async (path, body) => {
  const email = newEmail();
  for (let index = 0; index < 3; index++)
    expect((await post(path, { email, ...body }, `10.0.1.${index}`)).statusCode).toBe(202);
  expect((await post(path, { email, ...body }, '10.0.1.9')).statusCode).toBe(429);
});

test('who is logged in cannot guess the password either', async () => {
  const member = await createMember(shop);
  const guess = () =>
    member.send('POST', '/me/password', {
      current_password: 'not the password',
      password: 'a better one 123',
    });
  for (let index = 0; index < 5; index++) expect((await guess()).status).toBe(403);
  expect((await guess()).status).toBe(429);
});

test('keeps neither e-mails nor addresses', async () => {
  const email = newEmail();
  await attempt(email, { address: '203.0.113.77' });
  const { rows } = await shop.db.execute<{ key: string }>(sql`select key from rate_limits`);
  expect(rows).toHaveLength(2);
  for (const { key } of rows) {
    expect(key).not.toContain(email);
    expect(key).not.toContain('203.0.113.77');
  }
});
