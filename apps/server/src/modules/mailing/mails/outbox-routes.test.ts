import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { queueMail } from './queue-mail.ts';

let shop: TestShop;
let mailId: string;

beforeAll(async () => {
  shop = await createTestShop();
  await queueMail(shop.db, {
    kind: 'verify-email',
    recipient: '<ada>@shop.test',
    data: { first_name: '<script>alert(1)</script>', link: 'http://shop.test/verify-email?token=abc' },
  });
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ mail_id: string }>(sql`select mail_id from mails`);
  mailId = rows[0].mail_id;
});
afterAll(() => shop.close());

test('lists mails and shows one, without a script', async () => {
  const list = await shop.app.inject({ url: '/outbox' });
  expect(list.statusCode).toBe(200);
  expect(list.headers['content-type']).toContain('text/html');
  expect(list.headers['cache-control']).toBe('no-store');
  expect(list.body).toContain('Confirm your email address');
  expect(list.body).toContain('&lt;ada&gt;@shop.test');
  expect(list.body).toContain(`href="/outbox/${mailId}"`);
  const nonce = /<style nonce="([^"]+)"/.exec(list.body)?.[1];
  expect(list.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);

  const one = await shop.app.inject({ url: `/outbox/${mailId}` });
  expect(one.body).toContain('sandbox="allow-same-origin');
  expect(one.body).toContain('http://shop.test/verify-email?token=abc');
  expect(one.body).not.toContain('<script');
});

test('the mail itself may have styles, but no scripts', async () => {
  const { body, headers } = await shop.app.inject({ url: `/outbox/${mailId}/html` });
  expect(body).toContain('Welcome, &lt;script&gt;');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'unsafe-inline'");
  expect(policy).toContain('sandbox');
  expect(policy).not.toContain('script');
});

test.each([
  ['another machine', { remoteAddress: '192.0.2.7' }],
  ['a proxy on this machine', { headers: { 'x-forwarded-for': '192.0.2.7' } }],
  ['a proxy that says it the standard way', { headers: { forwarded: 'for=192.0.2.7' } }],
  ['a proxy that names the address only', { headers: { 'x-real-ip': '192.0.2.7' } }],
  ['a proxy that names itself only', { headers: { via: '1.1 proxy' } }],
  ['a page that made its own name point here', { headers: { host: 'evil.example' } }],
])('answers 404 to %s', async (_, from) => {
  for (const url of ['/outbox', `/outbox/${mailId}`, `/outbox/${mailId}/html`])
    expect((await shop.app.inject({ url, ...from })).statusCode).toBe(404);
});

/** A request through nginx with only `proxy_pass http://127.0.0.1:3000`. */
const throughSilentProxy = { url: '/outbox', headers: { host: '127.0.0.1:3000' } };

test.each([
  ['is reached elsewhere', { PUBLIC_URL: 'https://shop.example' }],
  ['has proxies in front', { TRUSTED_PROXIES: '127.0.0.1' }],
  ['listens to other machines', { HOST: '0.0.0.0' }],
])('answers 404 to this machine if the shop %s', async (_, env) => {
  const { app } = await shop.addNode(env);
  expect((await shop.app.inject(throughSilentProxy)).statusCode).toBe(200);
  expect((await app.inject(throughSilentProxy)).statusCode).toBe(404);
  const admin = { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` };
  expect((await app.inject({ url: '/outbox', headers: admin })).statusCode).toBe(200);
});

test('shows the mails to an administrator on another machine', async () => {
  const token = await tokenOf({ isAdmin: true });
  const answer = await shop.app.inject({
    url: '/outbox',
    remoteAddress: '192.0.2.7',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(200);
});

test('answers 404 for a mail that does not exist', async () => {
  const url = '/outbox/00000000-0000-4000-8000-000000000000';
  expect((await shop.app.inject({ url })).statusCode).toBe(404);
  expect((await shop.app.inject({ url: '/outbox/x' })).statusCode).toBe(400);
});
