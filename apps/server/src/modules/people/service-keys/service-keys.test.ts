import type { MadeServiceKey, Problem, Scope, ServiceKeyList } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { apiRoutes, requestTo } from '../../../testing/api-routes.ts';
import { nothing } from '../../../testing/belongings.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestNode, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let other: TestNode;
let admin: Shopper;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  other = await shop.addNode();
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
});
afterAll(() => shop.close());

async function make(scopes: Scope[], expiresAt?: string): Promise<MadeServiceKey> {
  const { status, body } = await admin.send<MadeServiceKey>('POST', '/admin/service-keys', {
    name: 'A test',
    scopes,
    ...(expiresAt !== undefined && { expires_at: expiresAt }),
  });
  expect(status).toBe(201);
  return body;
}

const ask = (key: string, path: string, node: TestNode = shop) =>
  node.app.inject({ url: `/api/v1${path}`, headers: { authorization: `Bearer ${key}` } });

test('a key opens the routes of its scopes, and no others', async () => {
  const { key } = await make(['recommendations:read']);
  expect(key).toMatch(/^kk_[\w-]{43}$/);
  expect((await ask(key, '/recommendations?user_id=U1')).statusCode).toBe(200);
  for (const [path, scope] of [
    ['/products', 'catalog:read'],
    ['/admin/orders', 'orders:read'],
    ['/me', 'account:read'],
    ['/admin/service-keys', 'service-keys:write'],
  ]) {
    const refused = await ask(key, path);
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'missing-scope']);
    expect(refused.json().detail).toContain(scope);
    expect(refused.headers['www-authenticate']).toContain(`scope="${scope}"`);
  }
});

test('no route takes a key without the scope, whatever the key may do elsewhere', async () => {
  const { key } = await make(['newsletter:write']);
  const routes = Object.keys(apiRoutes).filter((route) => /^\w+ \/api\/v1\/(?!newsletter)/.test(route));
  for (const route of routes) {
    const { statusCode, body } = await shop.app.inject({
      ...requestTo(route, nothing),
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': route },
    });
    expect([statusCode, JSON.parse(body).code], route).toEqual([403, 'missing-scope']);
  }
});

test('every route rejects a key that is not valid any more', async () => {
  const { key, key_id } = await make(['newsletter:write']);
  await admin.send('DELETE', `/admin/service-keys/${key_id}`);
  for (const route of Object.keys(apiRoutes).filter((one) => / \/api\/v1\//.test(one))) {
    const { statusCode, body } = await shop.app.inject({
      ...requestTo(route, nothing),
      headers: { authorization: `Bearer ${key}`, 'idempotency-key': route },
    });
    expect([statusCode, JSON.parse(body).code], route).toEqual([401, 'revoked-key']);
  }
});

test('the shop stores the hash of a key, and shows the key once', async () => {
  const { key, ...made } = await make(['catalog:read']);
  const { body } = await admin.send<ServiceKeyList>('GET', '/admin/service-keys');
  expect(body.items.find(({ key_id }) => key_id === made.key_id)).toEqual(made);
  const { rows } = await shop.db.execute<{ row: string }>(
    sql`select row_to_json(k)::text as row from service_keys k where key_id = ${made.key_id}::uuid`,
  );
  expect(rows[0].row).not.toContain(key.slice(3, 20));
});

test('unknown, expired and revoked keys get 401, each with its own code', async () => {
  const codeOf = async (key: string) => {
    const { statusCode, body } = await ask(key, '/products');
    return [statusCode, JSON.parse(body).code];
  };
  expect(await codeOf(`kk_${'A'.repeat(43)}`)).toEqual([401, 'unknown-key']);
  expect(await codeOf('kk_short')).toEqual([401, 'unknown-key']);
  const old = await make(['catalog:read'], '2099-01-01T00:00:00Z');
  await shop.db.execute(sql`update service_keys set expires_at = now() where key_id = ${old.key_id}::uuid`);
  expect(await codeOf(old.key)).toEqual([401, 'expired-key']);
  const { key, key_id } = await make(['catalog:read']);
  expect(await codeOf(key)).toEqual([200, undefined]);
  expect((await admin.send('DELETE', `/admin/service-keys/${key_id}`)).status).toBe(204);
  expect(await codeOf(key)).toEqual([401, 'revoked-key']);
  expect((await admin.send('DELETE', `/admin/service-keys/${key_id}`)).status).toBe(204);
});

test('a revoked key ends on other nodes too, without a wait for their caches', async () => {
  const { key, key_id } = await make(['catalog:read']);
  expect((await ask(key, '/products', other)).statusCode).toBe(200);
  await admin.send('DELETE', `/admin/service-keys/${key_id}`);
  await expect
    .poll(async () => (await ask(key, '/products', other)).statusCode, { interval: 20, timeout: 1_500 })
    .toBe(401);
});

test('the last use of a key is noted, at most once a minute', async () => {
  const { key, key_id } = await make(['catalog:read']);
  const lastUse = async () => {
    const { rows } = await shop.db.execute<{ at: string | null }>(
      sql`select last_used_at as at from service_keys where key_id = ${key_id}::uuid`,
    );
    return rows[0].at;
  };
  await ask(key, '/products');
  await expect.poll(lastUse, { interval: 10 }).not.toBeNull();
  const first = await lastUse();
  await ask(key, '/products');
  await ask(key, '/products', other);
  expect(await lastUse()).toBe(first);
});

test.each<[string, object, string]>([
  ['an unknown scope', { name: 'A', scopes: ['everything'] }, '/scopes/0'],
  ['a scope that only people have', { name: 'A', scopes: ['account:write'] }, '/scopes/0'],
  ['no scope', { name: 'A', scopes: [] }, '/scopes'],
  ['no name', { name: ' ', scopes: ['catalog:read'] }, '/name'],
  [
    'a day that is over',
    { name: 'A', scopes: ['catalog:read'], expires_at: '2020-01-01T00:00:00Z' },
    '/expires_at',
  ],
])('rejects a key with %s', async (_, body, pointer) => {
  const answer = await admin.send<Problem>('POST', '/admin/service-keys', body);
  expect([answer.status, answer.body.errors?.[0].pointer]).toEqual([400, pointer]);
});

test('a page takes no notice of a key', async () => {
  const { key } = await make(['orders:read']);
  const page = await shop.app.inject({
    url: '/outbox',
    remoteAddress: '203.0.113.5',
    headers: { authorization: `Bearer ${key}` },
  });
  expect([401, 404]).toContain(page.statusCode);
});

test('the shop has at most 200 valid keys', async () => {
  await shop.db.execute(sql`
    insert into service_keys (name, key_hash, scopes)
    select 'Many', sha256(n::text::bytea), '{catalog:read}' from generate_series(1, 200) as n`);
  const answer = await admin.send<Problem>('POST', '/admin/service-keys', {
    name: 'A',
    scopes: ['catalog:read'],
  });
  expect([answer.status, answer.body.code]).toEqual([409, 'too-many-service-keys']);
  await shop.db.execute(sql`delete from service_keys where name = 'Many'`);
});
