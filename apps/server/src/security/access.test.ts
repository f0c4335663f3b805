/** @file Calls all routes as callers who do not own the resources. */
import { randomInt, randomUUID } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signApiToken } from '../platform/http/api-token.ts';
import { sql } from '../platform/postgres/sql.ts';
import { createMember, goodPassword, type Member } from '../testing/account-fixture.ts';
import { apiRoutes, type Belongings, requestTo, routesFor, routesOf } from '../testing/api-routes.ts';
import { createGuestOwner, createMemberOwner, nothing, type Owner } from '../testing/belongings.ts';
import { createShopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, secret, smallSize, type TestShop } from '../testing/test-shop.ts';

interface Stranger {
  readonly headers?: Record<string, string>;
  readonly cookies?: Record<string, string>;
}

let shop: TestShop;
let owner: Owner & { member: Member };
let guest: Owner;
let other: Member;
/** Callers with an account who are not the owner. */
let members: Record<string, Stranger>;
/** Callers without an account. */
let anonymous: Record<string, Stranger>;

const bearer = (token: string): Stranger => ({ headers: { authorization: `Bearer ${token}` } });

/** The cookies and the CSRF token that a logged-in browser sends. */
async function browserOf({ browser }: Member): Promise<Stranger> {
  const { body } = await browser.send<{ csrf_token: string }>('GET', '/auth/csrf');
  return {
    cookies: Object.fromEntries(browser.cookies),
    headers: { 'x-csrf-token': body.csrf_token },
  };
}

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  owner = await createMemberOwner(shop);
  guest = await createGuestOwner(shop);
  other = await createMember(shop);

  const { userId } = owner.member;
  const sign = (isAdmin: boolean, signedWith: string, lifetimeSeconds: number) =>
    signApiToken({
      secret: signedWith,
      caller: { userId, isAdmin, sessionId: undefined },
      lifetimeSeconds,
    });
  const forged = await sign(true, 'a secret that somebody guessed', 900);
  const expired = await sign(true, secret, -1);
  const [header, , signature] = owner.member.login.access_token.split('.');
  const visitor = createShopper(shop.app);
  await visitor.send('POST', '/events', {
    events: [{ kind: 'view', product_id: owner.things.productId }],
  });
  members = {
    'another member with a browser': await browserOf(other),
    'another member with a token': bearer(other.login.access_token),
  };
  anonymous = {
    'a visitor': { cookies: Object.fromEntries(visitor.cookies) },
    'a token of the owner that is over': bearer(expired),
    'a cookie of the owner that is over': { cookies: { kindred_access: expired } },
    'a token with another signature': bearer(forged),
    'a cookie with another signature': { cookies: { kindred_access: forged } },
    'a token with another payload': bearer(`${header}.${forged.split('.')[1]}.${signature}`),
    'a token without a signature': bearer(
      new UnsecuredJWT({ role: 'admin' })
        .setSubject(userId)
        .setIssuer('kindred')
        .setAudience('kindred-api')
        .setExpirationTime('1h')
        .encode(),
    ),
    'the access token of an order': bearer(owner.placed.access_token),
    'the refresh token in place of the other': bearer(owner.member.login.refresh_token),
  };
});
afterAll(() => shop.close());

async function ask(
  route: string,
  things: Belongings,
  { headers, cookies = {} }: Stranger,
  method?: 'HEAD',
): Promise<{ status: number; body: Record<string, unknown> }> {
  const request = requestTo(route, things);
  const response = await shop.app.inject({
    ...request,
    ...(method && { method }),
    // Random addresses, so that rate limits do not add up and no caller is on the shop's own machine.
    remoteAddress: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    headers: { 'idempotency-key': randomUUID(), ...headers },
    cookies,
  });
  const isJson = String(response.headers['content-type']).includes('json') && response.body !== '';
  const { instance: _, ...body } = isJson ? response.json() : {};
  return { status: response.statusCode, body };
}

test('the list has every route and no others', async () => {
  const routes = routesOf(shop.app);
  expect(routes).toEqual(Object.keys(apiRoutes).sort());
  const manual = await shop.get<{ paths: Record<string, object> }>('/api/v1/openapi.json');
  const told = Object.entries(manual.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(routes).toEqual(expect.arrayContaining(told));
});

describe.each(routesFor('resource'))('%s', (route) => {
  const ownersOf = () => (/orders|checkout/.test(route) ? { owner, guest } : { owner });

  test('is only for the owner, and does not reveal to others that it exists', async () => {
    for (const [whose, { things, look }] of Object.entries(ownersOf())) {
      const before = await look();
      for (const [who, stranger] of Object.entries(members)) {
        const answer = await ask(route, things, stranger);
        expect(answer, `${who}, ${whose}`).toMatchObject({ status: 404 });
        expect(answer, `${who}, ${whose}`).toEqual(await ask(route, nothing, stranger));
      }
      for (const [who, stranger] of Object.entries(anonymous)) {
        const answer = await ask(route, things, stranger);
        expect([401, 404], `${who}, ${whose}: ${answer.status}`).toContain(answer.status);
        expect(answer, `${who}, ${whose}`).toEqual(await ask(route, nothing, stranger));
      }
      expect(await look()).toEqual(before);
    }
  });

  // A stream never ends.
  test.skipIf(route.endsWith('/events'))('answers the owner', async () => {
    const fresh = await createMemberOwner(shop);
    const { status, body } = await ask(route, fresh.things, bearer(fresh.member.login.access_token));
    // The total in the request is wrong.
    if (route.endsWith('/confirm')) expect(body.code).toBe('total-changed');
    // No parcel of the order has arrived yet.
    else if (route.includes('/returns')) expect(body.code).toMatch(/^not-returnable$|^return-not-found$/);
    // A page answers a form with a redirect.
    else expect([200, 204, 303]).toContain(status);
  });
});

test.each(routesFor('own'))('%s: requires a log-in', async (route) => {
  const asked: Record<string, Stranger> = {
    ...anonymous,
    'an administrator without an account': bearer(await tokenOf({ isAdmin: true })),
  };
  for (const [who, stranger] of Object.entries(asked)) {
    expect(await ask(route, owner.things, stranger), who).toMatchObject({ status: 401 });
    if (route.startsWith('GET')) expect((await ask(route, owner.things, stranger, 'HEAD')).status).toBe(401);
  }
});

test.each(routesFor('admin'))('%s: is only for administrators', async (route) => {
  const isOutbox = route.includes('/outbox');
  const before = [await owner.look(), await guest.look()];
  for (const [who, stranger] of Object.entries({ ...members, ...anonymous })) {
    const answer = await ask(route, owner.things, stranger);
    expect(isOutbox ? [401, 404] : [401, 403], `${who}: ${answer.status}`).toContain(answer.status);
    expect(answer, who).toEqual(await ask(route, nothing, stranger));
    if (route.startsWith('GET'))
      expect((await ask(route, owner.things, stranger, 'HEAD')).status, who).toBe(answer.status);
  }
  expect([await owner.look(), await guest.look()]).toEqual(before);

  const fresh = await createMemberOwner(shop);
  const allowed = await ask(route, fresh.things, bearer(await tokenOf({ isAdmin: true })));
  const isThere =
    !/\/outbox\/:id|:shipment_id|:return_id|service-keys\/:id|shelf-rules\/:id|people\/:user_id|batch\/:id/.test(
      route,
    );
  expect(isThere ? [200, 201, 202, 204, 409] : [404], JSON.stringify(allowed)).toContain(allowed.status);
});

const voting = 'POST /api/v1/products/:id/reviews/:review_id/helpful';

test('no request of another member changes the owner’s data', async () => {
  const before = [await owner.look(), await guest.look()];
  const routes = Object.keys(apiRoutes).filter(
    (route) => apiRoutes[route].access !== 'admin' && route !== voting && !route.endsWith('/events'),
  );
  for (const route of routes) {
    const stranger = await browserOf(await createMember(shop));
    for (const { things } of [owner, guest]) {
      const { status } = await ask(route, things, stranger);
      expect(status, route).toBeLessThan(500);
    }
    expect([await owner.look(), await guest.look()], route).toEqual(before);
  }
});

test('no request of a visitor changes the owner’s data', async () => {
  const before = [await owner.look(), await guest.look()];
  for (const route of [...routesFor('visitor'), ...routesFor('public')])
    for (const { things } of [owner, guest])
      for (const who of ['a visitor', 'a cookie of the owner that is over'])
        expect((await ask(route, things, anonymous[who])).status, route).toBeLessThan(500);
  expect([await owner.look(), await guest.look()]).toEqual(before);
});

test('the token of an erased account gives no access', async () => {
  const gone = await createMember(shop);
  const stranger = bearer(gone.login.access_token);
  expect((await gone.send('DELETE', '/me', { password: goodPassword })).status).toBe(204);
  const traces = await countTraces(gone.userId);
  for (const access of ['own', 'visitor', 'resource', 'public'] as const)
    for (const route of routesFor(access)) {
      const { status } = await ask(route, owner.things, stranger);
      expect(status, `${route}: ${status}`).toBeLessThan(500);
      if (/^POST .*\/(me|products|items)\b|^PATCH .*\/me\b/.test(route)) expect(status, route).toBe(401);
    }
  expect(await countTraces(gone.userId)).toEqual(traces);
});

/** Counts the rows that refer to a user, by table. */
async function countTraces(userId: string): Promise<Record<string, number>> {
  const { rows: tables } = await shop.db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by table_name`);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await shop.db.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(name)} where user_id = ${userId}`,
    );
    counts[name] = rows[0].count;
  }
  return counts;
}

test('only the voter can withdraw a vote', async () => {
  const { productId, reviewId } = owner.things;
  const path = `/products/${productId}/reviews/${reviewId}/helpful`;
  const [voter, another] = [await createMember(shop), await createMember(shop)];
  const { body } = await voter.send<{ helpful_votes: number }>('POST', path);
  expect((await another.send<{ helpful_votes: number }>('DELETE', path)).body).toEqual({
    is_helpful: false,
    helpful_votes: body.helpful_votes,
  });
  const taken = await voter.send<{ helpful_votes: number }>('DELETE', path);
  expect(taken.body.helpful_votes).toBe(body.helpful_votes - 1);
});

test('a guest’s token opens only its own order', async () => {
  const stranger = createShopper(shop.app);
  const read = (orderId: string, access: string) =>
    stranger.send<{ code?: string }>('GET', `/orders/${orderId}?access=${access}`);
  const { orderId } = guest.things;
  expect((await read(orderId, guest.placed.access_token)).status).toBe(200);
  const keys = {
    'of another order': owner.placed.access_token,
    'an access token': owner.member.login.access_token,
    'of an administrator': await tokenOf({ isAdmin: true }),
    'with another signature': `${guest.placed.access_token.slice(0, -6)}AAAAAA`,
    nonsense: 'nonsense',
  };
  for (const [what, key] of Object.entries(keys)) {
    expect((await read(orderId, key)).status, what).toBe(404);
    const cancelled = await stranger.send('POST', `/orders/${orderId}/cancel?access=${key}`);
    expect(cancelled.status, what).toBe(404);
  }
});

test('does not find an order by its number with another email address', async () => {
  const stranger = createShopper(shop.app);
  const { order_number } = guest.placed.order;
  const wrong = await stranger.send<object>('POST', '/orders/lookup', { order_number, email: other.email });
  const unknown = await stranger.send<object>('POST', '/orders/lookup', {
    order_number: 'K-999999',
    email: other.email,
  });
  expect([wrong.status, { ...wrong.body, instance: '' }]).toEqual([404, { ...unknown.body, instance: '' }]);
});

test('only administrators may read another user’s shelf', async () => {
  const path = `/recommendations?user_id=${owner.member.userId}`;
  expect((await other.send('GET', path)).status).toBe(403);
  expect((await createShopper(shop.app).send('GET', path)).status).toBe(403);
});
