/** @file Causes every refusal of their own that the routes about recommendations, and the routes for machines, have in the manual. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { apiManual } from '../api-manual.ts';
import { encodeIds } from '../platform/http/id-list.ts';
import { problemsOfRoute } from '../platform/http/manual/common-problems.ts';
import { withTransaction } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import { createMember, type Member } from '../testing/account-fixture.ts';
import { isSomebodyWaiting } from '../testing/postgres/lock-waits.ts';
import { createShopper, type Shopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST';

let shop: TestShop;
let admin: Shopper;
let visitor: Shopper;
let member: Member;
let product: number;

const unknownId = '00000000-0000-4000-8000-000000000000';
const unknownProduct = 2_000_000_000;
const exhausted = `cursor=s.${encodeIds(Array.from({ length: 300 }, (_, index) => index + 1))}`;
const feedback = { kind: 'like', product_id: 0 };

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  visitor = createShopper(shop.app);
  member = await createMember(shop);
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products where is_listed order by product_id limit 1`,
  );
  product = rows[0].product_id;
});
afterAll(() => shop.close());

interface Refusal {
  readonly who?: () => Pick<Shopper, 'send'>;
  readonly path: () => string;
  readonly body?: () => object;
  /** Makes the refusal the right answer. */
  readonly before?: () => Promise<unknown>;
}

const batch = async (status: string) =>
  shop.db.execute(sql`
    insert into recommendation_batches (batch_id, item_limit, people, status)
    values (${unknownId.replace('4000', status === 'failed' ? '4001' : status === 'queued' ? '4002' : '4003')}::uuid, 5, 1, ${status}::batch_status)
    on conflict do nothing`);
const batchPath = (number: number) =>
  `/recommendations/batch/${unknownId.replace('4000', `400${number}`)}/file`;
const fill = (table: string, rows: ReturnType<typeof sql>) => async () =>
  shop.db.execute(sql`insert into ${sql.identifier(table)} ${rows}`);
/** A visitor with the most feedback. */
const full = createFull();

function createFull() {
  const visitorId = randomUUID();
  return {
    who: () => {
      const browser = createShopper(shop.app);
      browser.cookies.set('kindred_visitor', visitorId);
      return browser;
    },
    before: fill(
      'feedback',
      sql`(visitor_id, kind, brand) select ${visitorId}::uuid, 'less-of-brand', n::text from generate_series(1, 2000) as n
        on conflict do nothing`,
    ),
  };
}

const ofMachine = { who: () => admin };
const optedOut = {
  who: () => {
    const browser = createShopper(shop.app);
    browser.cookies.set('kindred_visitor', randomUUID());
    browser.cookies.set('kindred_opted_out', '1');
    return browser;
  },
};
const aboutProduct = { body: () => ({ ...feedback, product_id: product }) };
const without = (part: ReturnType<typeof sql>) => () =>
  shop.db.execute(sql`update products set ${part} where product_id = ${product}`);

/** By the route as the manual has it, then by code. */
const refusals: Readonly<Record<string, Readonly<Record<string, Refusal>>>> = {
  'GET /recommendations': {
    'category-not-found': { path: () => '/recommendations?context=category&category=nowhere' },
    'product-id-missing': { path: () => '/recommendations?context=product-goes-with' },
    'category-missing': { path: () => '/recommendations?context=category' },
    'list-exhausted': { path: () => `/recommendations?${exhausted}` },
    'admin-only': { path: () => '/recommendations?user_id=U' },
  },
  'GET /products/{id}/similar': {
    'list-exhausted': { path: () => `/products/${product}/similar?${exhausted}` },
    'product-not-found': { path: () => `/products/${unknownProduct}/similar` },
  },
  'GET /products/{id}/goes-with': {
    'list-exhausted': { path: () => `/products/${product}/goes-with?${exhausted}` },
    'product-not-found': { path: () => `/products/${unknownProduct}/goes-with` },
  },
  'POST /recommendations/feedback': {
    'product-not-found': {
      path: () => '/recommendations/feedback',
      body: () => ({ ...feedback, product_id: unknownProduct }),
    },
    'opted-out': { ...optedOut, path: () => '/recommendations/feedback', ...aboutProduct },
    'feedback-full': { ...full, path: () => '/recommendations/feedback', ...aboutProduct },
    'no-brand': {
      path: () => '/recommendations/feedback',
      before: without(sql`attributes = attributes - 'brand'`),
      body: () => ({ kind: 'less-of-brand', product_id: product }),
    },
    'no-category': {
      path: () => '/recommendations/feedback',
      before: without(sql`category_id = null`),
      body: () => ({ kind: 'less-of-category', product_id: product }),
    },
  },
  'DELETE /me/recommendation-history/{product_id}': {
    'opted-out': { ...optedOut, path: () => `/me/recommendation-history/${product}` },
    'feedback-full': { ...full, path: () => `/me/recommendation-history/${product}` },
  },
  'POST /admin/shelf-rules': {
    'product-not-found': {
      ...ofMachine,
      path: () => '/admin/shelf-rules',
      body: () => ({ kind: 'block', product_id: unknownProduct }),
    },
    'category-unknown': {
      ...ofMachine,
      path: () => '/admin/shelf-rules',
      body: () => ({ kind: 'block', category: 'nowhere' }),
    },
    'too-many-rules': {
      ...ofMachine,
      path: () => '/admin/shelf-rules',
      before: fill(
        'shelf_rules',
        sql`(kind, brand) select 'block', n::text from generate_series(1, 500) as n`,
      ),
      body: () => ({ kind: 'block', product_id: product }),
    },
  },
  'DELETE /admin/shelf-rules/{id}': {
    'rule-not-found': { ...ofMachine, path: () => '/admin/shelf-rules/999999' },
  },
  'POST /admin/service-keys': {
    'too-many-service-keys': {
      ...ofMachine,
      path: () => '/admin/service-keys',
      before: fill(
        'service_keys',
        sql`(name, key_hash, scopes) select 'Many', sha256(n::text::bytea), '{catalog:read}' from generate_series(1, 200) as n`,
      ),
      body: () => ({ name: 'A', scopes: ['catalog:read'] }),
    },
  },
  'DELETE /admin/service-keys/{id}': {
    'service-key-not-found': { ...ofMachine, path: () => `/admin/service-keys/${unknownId}` },
  },
  'POST /recommendations/batch': {
    'too-many-batches': {
      ...ofMachine,
      path: () => '/recommendations/batch',
      before: fill(
        'recommendation_batches',
        sql`(item_limit, people) select 5, 1 from generate_series(1, 10)`,
      ),
      body: () => ({ user_ids: ['U'] }),
    },
  },
  'GET /recommendations/batch/{id}': {
    'batch-not-found': { ...ofMachine, path: () => `/recommendations/batch/${unknownId}` },
  },
  'GET /recommendations/batch/{id}/file': {
    'batch-not-found': { ...ofMachine, path: () => `/recommendations/batch/${unknownId}/file` },
    'batch-failed': { ...ofMachine, path: () => batchPath(1), before: () => batch('failed') },
    'batch-not-finished': { ...ofMachine, path: () => batchPath(2), before: () => batch('queued') },
    'batch-file-gone': { ...ofMachine, path: () => batchPath(3), before: () => batch('expired') },
  },
  'DELETE /people/{user_id}': {
    'person-not-found': { ...ofMachine, path: () => '/people/nobody' },
    'person-has-account': { ...ofMachine, path: () => `/people/${member.userId}` },
  },
};

const cases = Object.entries(refusals).flatMap(([route, some]) =>
  Object.entries(some).map(([code, refusal]) => [route, code, refusal] as const),
);

test.each(cases)('%s: %s', async (route, code, { who = () => visitor, path, body, before }) => {
  await before?.();
  const answer = await who().send<{ code: string }>(route.split(' ')[0] as Method, path(), body?.());
  expect(answer.body.code).toBe(code);
});

/** Requests that an account may outlive by a moment. */
const whileLeaving: Readonly<Record<string, (person: Member) => Promise<{ body: { code: string } }>>> = {
  'POST /recommendations/feedback': ({ send }) =>
    send('POST', '/recommendations/feedback', { ...feedback, product_id: product }),
  'DELETE /me/recommendation-history/{product_id}': ({ send }) =>
    send('DELETE', `/me/recommendation-history/${product}`),
  'PATCH /me/recommendation-preferences': ({ send }) =>
    send('PATCH', '/me/recommendation-preferences', { is_opted_out: true }),
  'DELETE /me/recommendation-preferences': ({ send }) => send('DELETE', '/me/recommendation-preferences'),
  'DELETE /viewed': ({ send }) => send('DELETE', '/viewed'),
  'DELETE /viewed/{product_id}': ({ send }) => send('DELETE', `/viewed/${product}`),
};

test.each(Object.entries(whileLeaving))('%s: account-gone', async (_, ask) => {
  const person = await createMember(shop);
  let asking: ReturnType<typeof ask> | undefined;
  await withTransaction(shop.db, async (tx) => {
    await tx.execute(sql`select from users where user_id = ${person.userId} for update`);
    asking = ask(person);
    await vi.waitFor(async () => expect(await isSomebodyWaiting(shop.db)).toBe(true), 10_000);
    await tx.execute(sql`
      update users set erased_at = now(), first_name = null, last_name = null, email = null, email_verified_at = null,
        password_hash = null
      where user_id = ${person.userId}`);
  });
  expect((await asking)?.body.code).toBe('account-gone');
  expect((await shop.db.execute(sql`select from feedback where user_id = ${person.userId}`)).rows).toEqual(
    [],
  );
});

test('no route about recommendations or for machines has another refusal of its own', async () => {
  const { paths } = await shop.get<{
    paths: Record<
      string,
      Record<string, { responses: Record<string, { content?: Record<string, { examples?: object }> }> }>
    >;
  }>('/api/v1/openapi.json');
  const usual = new Set(
    (['anybody', 'member', 'admin'] as const).flatMap((asker) =>
      problemsOfRoute(
        {
          method: 'POST',
          url: '/:id',
          schema: {
            asker,
            querystring: { properties: { cursor: {} } },
            headers: { properties: { 'idempotency-key': {}, 'x-cart-token': {} } },
          },
          config: {},
        } as never,
        apiManual.ofHeaders,
      ).map(({ code }) => code),
    ),
  );
  const isOfThese =
    /recommendation|viewed|\/products\/\{id\}\/(similar|goes-with)$|shelf-rules|service-keys|\/v1\/(items|people|interactions|events)\b/;
  const untried: string[] = [];
  for (const [path, methods] of Object.entries(paths).filter(([one]) => isOfThese.test(one)))
    for (const [method, { responses }] of Object.entries(methods)) {
      const route = `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
      const codes = Object.values(responses).flatMap(({ content }) =>
        Object.keys(content?.['application/problem+json']?.examples ?? {}),
      );
      for (const code of codes) {
        const isTried =
          code === 'account-gone'
            ? route in whileLeaving
            : refusals[route]?.[code] !== undefined || usual.has(code);
        if (!isTried) untried.push(`${route}: ${code}`);
      }
    }
  expect(untried).toEqual([]);
});
