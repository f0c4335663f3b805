import { randomUUID } from 'node:crypto';
import type { AccountExport, LoginSessionList, Problem } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword, logIn, type Member } from '../../../testing/account-fixture.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

const sessionsOf = async ({ send }: Pick<Member, 'send'>) =>
  (await send<LoginSessionList>('GET', '/me/sessions')).body.items;

async function endingOf(sessionId: string): Promise<unknown> {
  const { rows } = await shop.db.execute<{ revoked_because: string | null }>(
    sql`select revoked_because from sessions where session_id = ${sessionId}`,
  );
  return rows[0].revoked_because;
}

function logInFrom(email: string, { userAgent, address }: { userAgent: string; address: string }) {
  return shop.app.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    headers: { 'user-agent': userAgent },
    remoteAddress: address,
    payload: { email, password: goodPassword },
  });
}

test('lists the user’s log-ins with device, rough network and the caller’s own', async () => {
  const member = await createMember(shop);
  await logInFrom(member.email, { userAgent: firefox, address: '203.0.113.77' });
  const sessions = await sessionsOf(member);
  expect(sessions).toHaveLength(2);
  expect(sessions.filter(({ is_current }) => is_current)).toHaveLength(1);
  expect(sessions.find(({ is_current }) => !is_current)).toMatchObject({
    device: 'Firefox on Windows',
    network: '203.0.113.x',
  });
  const { body } = await member.send<AccountExport>('GET', '/me/export');
  expect(body.sessions).toContainEqual(
    expect.objectContaining({ device: 'Firefox on Windows', network: '203.0.113.x' }),
  );
});

test('a session has the time and the network of its last use', async () => {
  const member = await createMember(shop);
  const { refresh_token } = (
    await logInFrom(member.email, { userAgent: firefox, address: '203.0.113.77' })
  ).json<{ refresh_token: string }>();
  await shop.db.execute(sql`
    update sessions set created_at = now() - interval '3 days', last_used_at = now() - interval '3 days'
    where user_id = ${member.userId}`);
  await shop.app.inject({
    method: 'POST',
    url: '/api/v1/auth/refresh',
    remoteAddress: '198.51.100.9',
    payload: { refresh_token },
  });
  const [latest, earlier] = await sessionsOf(member);
  expect(latest).toMatchObject({ device: 'Firefox on Windows', network: '198.51.100.x' });
  expect(Date.parse(latest.last_used_at) - Date.parse(latest.created_at)).toBeGreaterThan(2 * 86_400_000);
  expect(earlier.last_used_at).toBe(earlier.created_at);
});

test('a session that is ended elsewhere loses access immediately', async () => {
  const member = await createMember(shop);
  const { login } = await logIn(shop, member.email);
  const other = createShopper(shop.app, { token: login.access_token });
  expect((await other.send('GET', '/me')).status).toBe(200);
  const ended = (await sessionsOf(member)).find(({ is_current }) => !is_current)!;
  expect((await member.send('DELETE', `/me/sessions/${ended.session_id}`)).status).toBe(204);
  expect((await other.send('GET', '/me')).status).toBe(401);
  expect(await endingOf(ended.session_id)).toBe('ended elsewhere');
  expect(await sessionsOf(member)).toHaveLength(1);
  const again = await member.send<Problem>('DELETE', `/me/sessions/${ended.session_id}`);
  expect([again.status, again.body.code]).toEqual([404, 'session-not-found']);
});

test('ends all other sessions', async () => {
  const member = await createMember(shop);
  const others = await Promise.all([logIn(shop, member.email), logIn(shop, member.email)]);
  expect((await member.send('DELETE', '/me/sessions')).status).toBe(204);
  for (const { browser } of others) expect((await browser.send('GET', '/me')).status).toBe(401);
  expect(await sessionsOf(member)).toEqual([expect.objectContaining({ is_current: true })]);
});

test('a browser that ends its own session is logged out', async () => {
  const member = await createMember(shop);
  const [own] = await sessionsOf(member);
  await member.send('DELETE', `/me/sessions/${own.session_id}`);
  expect(member.browser.cookies.has('kindred_access')).toBe(false);
  expect((await member.send('GET', '/me')).status).toBe(401);
  expect(await endingOf(own.session_id)).toBe('logged out');
});

test('an index finds a session’s mail tokens when the session is deleted', async () => {
  const plan = await withTransaction(shop.db, async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    // The statement that the foreign key runs for each deleted session.
    return tx.execute(sql`
      explain update mail_tokens set session_id = null where session_id = ${randomUUID()}::uuid`);
  });
  expect(JSON.stringify(plan.rows)).toContain('mail_tokens_session_id_idx');
});
