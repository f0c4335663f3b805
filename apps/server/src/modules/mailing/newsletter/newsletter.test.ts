import type { Problem } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { subscribe } from './newsletter.ts';

let shop: TestShop;
let newsletter: Parameters<typeof subscribe>[0];
const email = 'Ada@shop.test';
const noon = new Date('2026-03-14T12:00:00Z');
const later = new Date('2026-03-14T23:30:00Z');
const nextDay = new Date('2026-03-15T00:30:00Z');

beforeAll(async () => {
  shop = await createTestShop();
  const { db, secret, config } = shop.services.runtime;
  newsletter = { db, secret, publicUrl: config.publicUrl };
});
beforeEach(() => shop.db.execute(sql`truncate newsletter_subscriptions, mails`));
afterAll(() => shop.close());

async function mailLinks(kind: string): Promise<string[]> {
  const { rows } = await shop.db.execute<{ link: string }>(
    sql`select coalesce(data ->> 'link', data ->> 'unsubscribe_link') as link from mails where kind = ${kind}`,
  );
  return rows.map(({ link }) => link.replace(newsletter.publicUrl, ''));
}

async function stateOf(): Promise<string | undefined> {
  const { rows } = await shop.db.execute<{ state: string }>(sql`select state from newsletter_subscriptions`);
  return rows[0]?.state;
}

test('subscribes only a reader who opens the link', async () => {
  const asked = await shop.app.inject({ method: 'POST', url: '/api/v1/newsletter', payload: { email } });
  expect(asked.statusCode).toBe(202);
  const [link] = await mailLinks('newsletter-confirm');
  expect(link).toMatch(/^\/newsletter\/confirm\?token=[\w-]{43}$/);

  expect(await stateOf()).toBe('pending');

  const token = link.split('=')[1];
  const done = await shop.app.inject({
    method: 'POST',
    url: '/api/v1/newsletter/confirm',
    payload: { token },
  });
  expect(done.json()).toEqual({ state: 'confirmed' });
  expect(await stateOf()).toBe('confirmed');
  expect(await mailLinks('newsletter-welcome')).toEqual([`/newsletter/unsubscribe?token=${token}`]);

  const { rows } = await shop.db.execute<{ token_hash: string }>(
    sql`select token_hash from newsletter_subscriptions`,
  );
  expect(rows[0].token_hash).toMatch(/^[0-9a-f]{64}$/);
});

test('the answer reveals nothing, and a subscriber gets no second mail', async () => {
  const ask = () => shop.app.inject({ method: 'POST', url: '/api/v1/newsletter', payload: { email } });
  const first = await ask();
  const [link] = await mailLinks('newsletter-confirm');
  const confirm = {
    method: 'POST',
    url: '/api/v1/newsletter/confirm',
    payload: { token: link.split('=')[1] },
  } as const;
  expect((await shop.app.inject(confirm)).json()).toEqual({ state: 'confirmed' });
  expect((await shop.app.inject(confirm)).statusCode).toBe(200);
  await shop.db.execute(sql`truncate mails`);
  const second = await ask();
  expect([second.statusCode, second.body]).toEqual([first.statusCode, first.body]);
  await subscribe(newsletter, { email: email.toLowerCase(), now: later });
  expect(await mailLinks('newsletter-confirm')).toEqual([]);
});

test('repeated requests send one mail a day, always with a valid link', async () => {
  await Promise.all(Array.from({ length: 5 }, () => subscribe(newsletter, { email, now: noon })));
  await subscribe(newsletter, { email, now: later });
  expect(await mailLinks('newsletter-confirm')).toHaveLength(1);
  await subscribe(newsletter, { email, now: nextDay });
  const links = await mailLinks('newsletter-confirm');
  expect(links).toHaveLength(2);
  expect(new Set(links).size).toBe(1);
});

test('an old link does not subscribe an address that unsubscribed, but its owner may ask again, once', async () => {
  await subscribe(newsletter, { email, now: noon });
  const [link] = await mailLinks('newsletter-confirm');
  const payload = { token: link.split('=')[1] };
  const send = (what: string) =>
    shop.app.inject({ method: 'POST', url: `/api/v1/newsletter/${what}`, payload });
  expect((await send('unsubscribe')).json()).toEqual({ state: 'unsubscribed' });
  expect((await send('unsubscribe')).statusCode).toBe(200);
  expect((await send('confirm')).json()).toMatchObject({ code: 'invalid-newsletter-token' });
  for (let twice = 0; twice < 2; twice++) await subscribe(newsletter, { email, now: later });
  expect(await stateOf()).toBe('pending');
  expect(await mailLinks('newsletter-confirm')).toHaveLength(2);
});

test('rejects an unknown token, and a body that is not JSON', async () => {
  const url = '/api/v1/newsletter/unsubscribe';
  const answer = await shop.app.inject({ method: 'POST', url, payload: { token: 'abc' } });
  expect(answer.json<Problem>().code).toBe('invalid-newsletter-token');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await shop.app.inject({ method: 'POST', url, headers, payload: 'token=abc' })).statusCode).toBe(
    415,
  );
  expect((await shop.app.inject({ method: 'POST', url, payload: {} })).statusCode).toBe(400);
});

test('limits requests per network address and minute', async () => {
  const ask = () =>
    shop.app.inject({
      method: 'POST',
      url: '/api/v1/newsletter',
      remoteAddress: '192.0.2.50',
      payload: { email },
    });
  const statuses: number[] = [];
  for (let request = 1; request <= 6; request++) statuses.push((await ask()).statusCode);
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});
