/** @file Access ends on every node: immediately by a notification, or without one when the node's cached state expires. */

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signApiToken } from '../../../platform/http/api-token.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import {
  createMember,
  goodPassword,
  logIn,
  type Member,
  tokenMailedTo,
} from '../../../testing/account-fixture.ts';
import { createMemberOwner } from '../../../testing/belongings.ts';
import { createShopper, type Shopper } from '../../../testing/shopper.ts';
import {
  createTestShop,
  secret,
  smallSize,
  type TestNode,
  type TestShop,
} from '../../../testing/test-shop.ts';
import { believedMs, createSessionStates } from './session-states.ts';

let shop: TestShop;
let other: TestNode;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  other = await shop.addNode();
});
afterAll(() => shop.close());

const newPassword = 'another harbour 17 lamps';

async function resetPassword({ email }: Member): Promise<void> {
  await createShopper(shop.app).send('POST', '/auth/forgot-password', { email });
  await shop.services.jobs.runDue();
  const token = await tokenMailedTo(shop.db, email, 'reset-password');
  await createShopper(shop.app).send('POST', '/auth/reset-password', { token, password: newPassword });
}

/** Opens a stream of events on the other node and reads its first event. `end` resolves when the server ends the stream. */
async function openStream(orderId: string, who: { token: string } | { browser: Shopper }) {
  const response = await other.app.inject({
    url: `/api/v1/orders/${orderId}/events`,
    ...('token' in who
      ? { headers: { authorization: `Bearer ${who.token}` } }
      : { cookies: Object.fromEntries(who.browser.cookies) }),
    payloadAsStream: true,
  });
  const chunks = response.stream()[Symbol.asyncIterator]();
  let read = '';
  while (!read.includes('placed')) read += (await chunks.next()).value;
  const end = (async () => {
    while (!(await chunks.next()).done);
  })();
  return { end };
}

/** Repeats a request until it has the expected status, for as long as a node's state may be outdated. */
async function becomes(ask: () => Promise<{ status: number }>, status: number): Promise<void> {
  await vi.waitFor(async () => expect((await ask()).status).toBe(status), {
    timeout: believedMs,
    interval: 10,
  });
}

test.each<[string, (member: Member) => Promise<unknown>]>([
  ['a log-out', ({ send }) => send('POST', '/auth/logout')],
  ['a new password, by the mail', resetPassword],
  ['the end of the account', ({ send }) => send('DELETE', '/me', { password: goodPassword })],
  [
    'a change in the database itself',
    ({ userId }) => shop.db.execute(sql`update sessions set revoked_at = now() where user_id = ${userId}`),
  ],
])('%s ends tokens, cookies and streams on another node', async (_, act) => {
  const { member, things } = await createMemberOwner(shop);
  await shop.db.execute(sql`update orders set status = 'Completed' where user_id = ${member.userId}`);
  const program = createShopper(other.app, { token: member.login.access_token });
  const browser = createShopper(other.app);
  for (const [name, value] of member.browser.cookies) browser.cookies.set(name, value);
  for (const { send } of [program, browser]) expect((await send('GET', '/me/export')).status).toBe(200);
  const { orderId } = things;
  const streams = [
    await openStream(orderId, { token: member.login.access_token }),
    await openStream(orderId, { browser }),
  ];

  await act(member);
  await becomes(() => program.send('GET', '/me/export'), 401);
  await becomes(() => browser.send('GET', '/me/export'), 401);
  for (const { end } of streams) await end;
});

test('a changed password ends the other sessions, but not the one that changed it', async () => {
  const member = await createMember(shop);
  const elsewhere = await logIn(shop, member.email);
  const at = ({ login }: { login: { access_token: string } }) =>
    createShopper(other.app, { token: login.access_token });
  const [mine, theirs] = [at(member), at(elsewhere)];
  for (const { send } of [mine, theirs]) expect((await send('GET', '/me')).status).toBe(200);
  const change = { current_password: goodPassword, password: newPassword };
  expect((await member.send('POST', '/me/password', change)).status).toBe(204);
  await becomes(() => theirs.send('GET', '/me'), 401);
  expect((await mine.send('GET', '/me')).status).toBe(200);
});

test('the role in the database counts, not the role in the token', async () => {
  const { userId, login } = await createMember(shop, { role: 'admin' });
  const admin: Shopper = createShopper(other.app, { token: login.access_token });
  const ask = () => admin.send('GET', '/admin/orders');
  const setRole = (role: string) =>
    shop.db.execute(sql`update users set role = ${role}::user_role where user_id = ${userId}`);
  expect((await ask()).status).toBe(200);
  await setRole('shopper');
  await becomes(ask, 403);
  await setRole('admin');
  await becomes(ask, 200);
});

test('an administrator’s stream ends when they lose the role', async () => {
  const { things } = await createMemberOwner(shop);
  const { userId, login } = await createMember(shop, { role: 'admin' });
  const stream = await openStream(things.orderId, { token: login.access_token });
  await shop.db.execute(sql`update users set role = 'shopper' where user_id = ${userId}`);
  await stream.end;
});

test('a token made on the command line ends with its account', async () => {
  const member = await createMember(shop);
  const token = await signApiToken({
    secret,
    caller: { userId: member.userId, isAdmin: false },
    lifetimeSeconds: 60,
  });
  const program = createShopper(other.app, { token });
  expect((await program.send('GET', '/me')).status).toBe(200);
  await member.send('DELETE', '/me', { password: goodPassword });
  await becomes(() => program.send('GET', '/me'), 401);
});

/** The states on a node that gets no notifications, and the number of its queries. */
function createDeafStates() {
  let now = 0;
  let asked = 0;
  const execute: typeof shop.db.execute = (query) => {
    asked += 1;
    return shop.db.execute(query);
  };
  const states = createSessionStates({
    db: { execute } as typeof shop.db,
    notifications: { subscribe: () => undefined },
    clock: () => now,
  });
  return {
    states,
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('the node on which a user logs out rejects them immediately', async () => {
  for (let round = 0; round < 5; round++) {
    const { send, login } = await createMember(shop);
    const program = createShopper(shop.app, { token: login.access_token });
    expect((await program.send('GET', '/me')).status).toBe(200);
    await send('POST', '/auth/logout');
    expect((await program.send('GET', '/me')).status).toBe(401);
  }
});

test('a node without notifications asks again after two seconds, not before', async () => {
  const { userId } = await createMember(shop);
  const { rows } = await shop.db.execute<{ session_id: string }>(
    sql`select session_id from sessions where user_id = ${userId}`,
  );
  const claims = { userId, isAdmin: true, sessionId: rows[0].session_id };
  const { states, asked, pass } = createDeafStates();
  expect(await Promise.all([states.standingOf(claims), states.standingOf(claims)])).toEqual([
    { isAdmin: false, isOptedOut: false },
    { isAdmin: false, isOptedOut: false },
  ]);
  await shop.db.execute(sql`update sessions set revoked_at = now() where user_id = ${userId}`);
  pass(believedMs - 1);
  expect(await states.standingOf(claims)).toBeDefined();
  expect(asked()).toBe(1);
  pass(1);
  expect(await states.standingOf(claims)).toBeUndefined();
  expect(asked()).toBe(2);
  expect(believedMs).toBe(2_000);
});

test('asks again after a failed query', async () => {
  const execute = vi
    .fn()
    .mockRejectedValueOnce(new Error('away'))
    .mockResolvedValue({ rows: [{ role: 'admin', is_opted_out: false }] });
  const states = createSessionStates({
    db: { execute } as unknown as typeof shop.db,
    notifications: { subscribe: () => undefined },
  });
  const claims = { userId: 'somebody', isAdmin: false, sessionId: 'a session' };
  await expect(states.standingOf(claims)).rejects.toThrow('away');
  expect(await states.standingOf(claims)).toEqual({ isAdmin: true, isOptedOut: false });
});
