/** @file Sends invalid and hostile input to every route. */
import { randomInt, randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Cart, Checkout, Order, OwnReview, Problem, Profile, Refund } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeCursor } from '../platform/http/cursor.ts';
import { sql } from '../platform/postgres/sql.ts';
import { goodPassword, logIn, newEmail, tokenMailedTo } from '../testing/account-fixture.ts';
import { apiRoutes, type Belongings, requestTo } from '../testing/api-routes.ts';
import { createMemberOwner, findPlentiful } from '../testing/belongings.ts';
import { findIrregularities } from '../testing/books.ts';
import { createShopper, goodCard, homeAddress, type Shopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: unknown;
  readonly [rule: string]: unknown;
}

interface Manual {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Record<
    string,
    Record<
      string,
      {
        requestBody?: { content: Record<string, { schema: Schema }> };
        parameters?: { name: string; in: string }[];
      }
    >
  >;
}

let shop: TestShop;
let manual: Manual;
let things: Belongings;
let memberToken: string;
let adminToken: string;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  manual = await shop.get<Manual>('/api/v1/openapi.json');
  const owner = await createMemberOwner(shop);
  things = owner.things;
  memberToken = owner.member.login.access_token;
  adminToken = await tokenOf({ isAdmin: true });
});
afterAll(() => shop.close());

const routes = Object.keys(apiRoutes);
const routesWithBody = routes.filter((route) => apiRoutes[route].body !== undefined);

interface Given {
  readonly url?: string;
  readonly payload?: unknown;
  readonly headers?: Record<string, string>;
  readonly cookies?: Record<string, string>;
}

async function send(route: string, given: Given) {
  const { method, url } = requestTo(route, things);
  const isAdmin = apiRoutes[route].access === 'admin';
  const response = await shop.app.inject({
    method,
    url: given.url ?? url,
    remoteAddress: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    headers: {
      ...(given.cookies ? {} : { authorization: `Bearer ${isAdmin ? adminToken : memberToken}` }),
      'idempotency-key': randomUUID(),
      ...(typeof given.payload === 'object' && !Buffer.isBuffer(given.payload)
        ? { 'content-type': 'application/json' }
        : {}),
      ...given.headers,
    },
    ...(given.cookies && { cookies: given.cookies }),
    ...(given.payload !== undefined && {
      payload:
        typeof given.payload === 'string' || Buffer.isBuffer(given.payload)
          ? given.payload
          : JSON.stringify(given.payload).replaceAll(`"${deepMark}"`, deep(20_000)),
    }),
  });
  return response;
}

/** Returns what is wrong with an answer to hostile input, or undefined. */
function complaint({ statusCode, headers, body }: Awaited<ReturnType<typeof send>>): string | undefined {
  if (statusCode >= 500) return `${statusCode} ${body.slice(0, 200)}`;
  if (statusCode < 400 || String(headers['content-type']).startsWith('text/html')) return undefined;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `not a problem: ${statusCode}`;
  const { code, status } = JSON.parse(body) as Problem;
  return code && status === statusCode ? undefined : `no code: ${body}`;
}

describe('fields that callers must not set', () => {
  const claims = {
    price: 1,
    price_minor: 1,
    unit_price: { amount_minor: 1, currency: 'USD' },
    total: { amount_minor: 1, currency: 'USD' },
    total_price_minor: 1,
    currency: 'JPY',
    discount: { amount_minor: 99_999, currency: 'USD' },
    discount_minor: 99_999,
    user_id: 'somebody-else',
    role: 'admin',
    is_admin: true,
    email_verified: true,
    email_verified_at: '2020-01-01T00:00:00Z',
    is_verified: true,
    state: 'completed',
    status: 'Completed',
    payment_status: 'paid',
    fulfilment_status: 'delivered',
    verified_purchase: true,
    helpful_votes: 4_242,
    is_listed: true,
  };

  test('every body rejects unknown fields, and limits each of its parts', () => {
    const loose: string[] = [];
    const look = (given: Schema, at: string): void => {
      const schema = given.$ref ? manual.components.schemas[String(given.$ref).split('/').at(-1)!] : given;
      const types = [schema.type].flat();
      const isChosen = schema.enum !== undefined || schema.const !== undefined;
      if (types.includes('object') && schema.additionalProperties !== false) loose.push(`${at}: open`);
      if (types.includes('array') && schema.maxItems === undefined) loose.push(`${at}: endless`);
      if (types.includes('integer') && schema.maximum === undefined) loose.push(`${at}: no maximum`);
      if (types.includes('string') && !isChosen && schema.maxLength === undefined) {
        const isShort =
          schema.format === 'uuid' || /^\^\[[^\]]+\]\{\d+\}\$$/.test(String(schema.pattern ?? ''));
        if (!isShort) loose.push(`${at}: no end`);
      }
      for (const [name, part] of Object.entries(schema.properties ?? {})) look(part, `${at}.${name}`);
      for (const part of schema.anyOf ?? []) look(part, at);
      if (schema.items) look(schema.items, `${at}[]`);
    };
    for (const [path, methods] of Object.entries(manual.paths))
      for (const [method, { requestBody }] of Object.entries(methods)) {
        const schema = requestBody?.content['application/json']?.schema;
        if (schema) look(schema, `${method.toUpperCase()} ${path}`);
      }
    expect(loose).toEqual([]);
  });

  test.each(routesWithBody)('%s: ignores such fields', async (route) => {
    const { payload } = requestTo(route, things);
    const response = await send(route, { payload: { ...payload, ...claims } });
    expect(complaint(response)).toBeUndefined();
    expect(response.body).not.toMatch(/[:" ](4242|99999)\b|somebody-else|"JPY"/);
    const { rows } = await shop.db.execute(sql`
      select user_id from users where role = 'admin' and email <> ${shop.accounts.admin.email}
      union all select user_id from users where user_id = 'somebody-else'`);
    expect(rows).toEqual([]);
  });

  /** Sends the request first with such fields, which must be rejected, and then without. */
  const claiming =
    (send: Shopper['send']): Shopper['send'] =>
    async (method, path, body, headers) => {
      const refused = await send<Problem>(method, path, { ...(body as object), ...claims }, headers);
      expect(refused.body.errors?.map(({ code }) => code)).toContain('unknown-field');
      return send(method, path, body, headers);
    };

  test('a shopper who sends such fields in every form of a purchase gains nothing', async () => {
    const email = newEmail();
    const visitor = claiming(createShopper(shop.app).send);
    await visitor('POST', '/auth/register', { email, password: goodPassword });
    const { browser, login } = await logIn(shop, email);
    expect(login.user).toMatchObject({ email_verified: false, role: 'shopper' });
    const client = createShopper(shop.app, { token: login.access_token, email });
    const ask = claiming(client.send);
    const profile = await ask<Profile>('PATCH', '/me', { first_name: 'Eve' });
    expect(profile.body).toMatchObject({
      user_id: login.user.user_id,
      email,
      email_verified: false,
      role: 'shopper',
    });
    expect((await client.send('GET', '/admin/orders')).status).toBe(403);

    const [productId] = await findPlentiful(shop);
    const { rows } = await shop.db.execute<{ price: number; currency: string }>(
      sql`select price_minor as price, currency from products where product_id = ${productId}`,
    );
    const [{ price, currency }] = rows;
    const cart = await ask<Cart>('POST', '/cart/items', { product_id: productId, quantity: 2 });
    expect(cart.body.items[0].subtotal).toEqual({ amount_minor: 2 * price, currency });
    const { body: checkout } = await ask<Checkout>('POST', '/checkout', {
      email,
      shipping_address: homeAddress,
      shipping_method_id: 'standard',
    });
    expect(checkout).toMatchObject({ state: 'open', order_id: null });
    expect(checkout.breakdown.subtotal).toEqual({ amount_minor: 2 * price, currency });

    const confirm = (payment_method: string, expected: object) =>
      ask<{ order: Order } & Problem>(
        'POST',
        '/checkout/confirm',
        {
          checkout_id: checkout.checkout_id,
          payment_method,
          expected_total: expected,
        },
        { 'idempotency-key': randomUUID() },
      );
    const { total_price: total } = checkout.breakdown;
    const declined = await confirm('4000000000000002', total);
    expect([declined.status, declined.body.code]).toEqual([402, 'payment-declined']);
    const { status, body } = await confirm(goodCard, total);
    expect(status).toBe(201);
    expect(body.order).toMatchObject({
      total_price: total,
      discount: { amount_minor: 0 },
      status: 'Pending',
      payment_status: 'paid',
      fulfilment_status: 'unfulfilled',
    });

    const write = () => ask<{ code?: string }>('POST', `/products/${productId}/reviews`, { rating: 5 });
    expect((await write()).body.code).toBe('verify-your-email');
    const token = await tokenMailedTo(shop.db, email, 'verify-email');
    expect((await browser.send('POST', '/auth/verify-email', { token })).status).toBe(204);
    const another = (await findPlentiful(shop))[1];
    const unbought = await ask<OwnReview>('POST', `/products/${another}/reviews`, { rating: 5 });
    expect(unbought.body).toMatchObject({
      status: 'pending',
      verified_purchase: false,
      helpful_votes: 0,
    });
    const changed = await ask<OwnReview>('PATCH', `/me/reviews/${unbought.body.review_id}`, {
      rating: 1,
    });
    expect(changed.body).toMatchObject({
      status: 'pending',
      verified_purchase: false,
      helpful_votes: 0,
    });

    const admin = claiming(createShopper(shop.app, { token: adminToken }).send);
    const { body: refund } = await admin<Refund>(
      'POST',
      `/admin/orders/${body.order.order_id}/refund`,
      { lines: [{ product_id: productId, quantity: 1 }], reason: 'Broken' },
      { 'idempotency-key': randomUUID() },
    );
    const line = body.order.lines[0];
    expect(refund).toMatchObject({ status: 'requested' });
    expect(refund.amount).toEqual({ amount_minor: line.total.amount_minor / 2, currency });
    await shop.services.jobs.runDue();
    expect(await findIrregularities(shop.db)).toEqual([]);
  });

  test.each([
    ['less', (total: number) => total - 1],
    ['nothing', () => 0],
    ['more', (total: number) => total + 1],
  ])('a shopper who expects to pay %s gets the real total, and is not charged', async (_, expected) => {
    const shopper = createShopper(shop.app);
    const [productId] = await findPlentiful(shop);
    const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
    const { total_price: total } = checkout.breakdown;
    const { status, body } = await shopper.confirm({
      ...checkout,
      breakdown: {
        ...checkout.breakdown,
        total_price: { ...total, amount_minor: expected(total.amount_minor) },
      },
    });
    expect([status, body.code]).toEqual([409, 'total-changed']);
    const other = await shopper.confirm({
      ...checkout,
      breakdown: { ...checkout.breakdown, total_price: { ...total, currency: 'JPY' } },
    });
    expect([other.status, other.body.code]).toEqual([409, 'total-changed']);
    const { rows } = await shop.db.execute(sql`select order_id from orders where email = ${checkout.email}`);
    expect(rows).toEqual([]);
  });

  test.each([
    -1,
    0,
    1.5,
    100,
    1e9,
    2 ** 31,
    2 ** 63,
    1e308,
    '2.5',
    '-1',
    'many',
    '',
    null,
    [],
    [2],
    {},
    true,
    '2',
    '0x10',
  ])('a quantity of %j is none', async (quantity) => {
    const shopper = createShopper(shop.app);
    const [product_id] = await findPlentiful(shop);
    const add = (content: object) => shopper.send<Cart>('POST', '/cart/items', content);
    expect((await add({ product_id, quantity })).status).toBe(400);
    const { body } = await shopper.send<Cart>('GET', '/cart');
    expect(body.item_count).toBe(0);
  });
});

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** Replaced later by a document that is too deep for `JSON.stringify`. */
const deepMark = 'something deep';

/** Each replaces one value of a valid body. */
const hostileValues: readonly unknown[] = [
  null,
  -1,
  0,
  1.5,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  'NUL \u0000 here',
  '\ud800',
  "'; drop table users; --",
  '{{7*7}}%00%0d%0a',
  'x'.repeat(20_000),
  '9'.repeat(60),
  [],
  Array(1_000).fill(0),
  {},
  { amount_minor: 1e308, currency: 'USD' },
  deepMark,
];

function* spoilt(body: object): Generator<readonly [where: string, body: unknown]> {
  for (const name of Object.keys(body)) {
    const value = (body as Record<string, unknown>)[name];
    for (const [index, hostile] of hostileValues.entries())
      yield [`${name}: ${index}`, { ...body, [name]: hostile }];
    const inner = Array.isArray(value) ? value[0] : value;
    if (typeof inner === 'object' && inner !== null)
      for (const [where, part] of spoilt(inner as object))
        yield [`${name}.${where}`, { ...body, [name]: Array.isArray(value) ? [part] : part }];
    yield [`without ${name}`, Object.fromEntries(Object.entries(body).filter(([key]) => key !== name))];
  }
  yield ['more', { ...body, more: deepMark }];
}

describe('every route with a body', () => {
  test.each(routesWithBody)('%s: withstands any value in any field', async (route) => {
    const complaints: string[] = [];
    const { payload } = requestTo(route, things);
    for (const [where, body] of spoilt(payload!)) {
      const said = complaint(await send(route, { payload: body }));
      if (said) complaints.push(`${where}: ${said}`);
    }
    expect(complaints).toEqual([]);
  });

  const json = { 'content-type': 'application/json' };
  const anything = JSON.stringify({ a: 1 });
  const wholes: Record<string, Given> = {
    'an array': { payload: '[]', headers: json },
    'an array of bodies': { payload: '[{},{}]', headers: json },
    'a text': { payload: '"text"', headers: json },
    'a number': { payload: '42', headers: json },
    'half a body': { payload: '{"a":', headers: json },
    nothing: { payload: '', headers: json },
    'a prototype': { payload: '{"__proto__":{"role":"admin"}}', headers: json },
    'a prototype inside': { payload: '{"a":{"__proto__":{"role":"admin"}}}', headers: json },
    'a constructor': { payload: '{"constructor":{"prototype":{"role":"admin"}}}', headers: json },
    'a deep body': { payload: deep(200_000), headers: json },
    'bytes that are no text': { payload: Buffer.from([0xff, 0xfe, 0x00, 0x7b]), headers: json },
    'plain text': { payload: anything, headers: { 'content-type': 'text/plain' } },
    xml: { payload: '<a/>', headers: { 'content-type': 'application/xml' } },
    'a form with files': {
      payload: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    },
    'a type that is none': { payload: anything, headers: { 'content-type': 'nonsense' } },
    'more than is read': { payload: JSON.stringify({ a: 'x'.repeat(1_100_000) }), headers: json },
    'much that is packed small': {
      payload: gzipSync(JSON.stringify({ a: 'x'.repeat(20_000_000) })),
      headers: { ...json, 'content-encoding': 'gzip' },
    },
    'what is packed badly': {
      payload: 'not packed at all',
      headers: { ...json, 'content-encoding': 'gzip' },
    },
    'what is packed unknown to us': {
      payload: anything,
      headers: { ...json, 'content-encoding': 'secret' },
    },
  };

  test.each(Object.keys(wholes))('rejects %s', async (name) => {
    const complaints: string[] = [];
    for (const route of routesWithBody) {
      const response = await send(route, wholes[name]);
      const said = complaint(response);
      if (said) complaints.push(`${route}: ${said}`);
      else if (response.statusCode < 400) complaints.push(`${route}: ${response.statusCode}`);
    }
    expect(complaints).toEqual([]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

describe('every route', () => {
  const ids = [
    '0',
    '-1',
    '1.5',
    '1e3',
    'NaN',
    'null',
    '2147483648',
    '9223372036854775808',
    '9'.repeat(40),
    'x'.repeat(500),
    '%00',
    '%27%20or%201=1',
    '%F0%28%8C',
    '%',
    '..%2F..%2Fetc%2Fpasswd',
    '00000000-0000-0000-0000-00000000000g',
    '00000000000000000000000000000000',
    // Ids of the right form, of nothing.
    '2000000000',
    '999999999999',
    '00000000-0000-4000-8000-000000000000',
  ];
  const cursors = [
    'x',
    '%00',
    ...[
      ['2024-02-31T00:00:00Z', '1'],
      ['0000-01-01T00:00:00Z', '1'],
      ['9999-12-31T23:59:59.999999999Z', '999999999999999999'],
      ['2024-02-31', '1'],
      ['2024-02-31', 1],
      [1e308, '1'],
      [1e308, 1],
      [-1e308, 1],
      [1, 1],
      [2_147_483_647, 2_147_483_647],
      [-2_147_483_647, -2_147_483_647],
      [299],
      [-1],
      ['1'],
      ['\u0000', '1'],
      ['2024-02-31T00:00:00Z', '00000000-0000-4000-8000-000000000000'],
      ['0000-01-01T00:00:00Z', '00000000-0000-4000-8000-000000000000'],
      ['0000-01-01T00:00:00Z', 1],
      ['2024-02-31T00:00:00Z', 1],
      [[], {}],
      [],
    ].map((values) => encodeCursor(values as string[])),
    Buffer.from(deep(20_000)).toString('base64url'),
  ];

  const sorts = ['sort=newest', 'sort=helpful', 'sort=newest&limit=1', 'sort=price&q=lamp', 'sort=rating'];

  test.each(routes.filter((route) => route.includes('/:') && !route.includes('.svg')))(
    '%s: withstands any id',
    async (route) => {
      const complaints: string[] = [];
      const { url, payload } = requestTo(route, things);
      const [method, pattern] = route.split(' ');
      const parts = pattern.split('/');
      for (const id of ids) {
        const spoiltUrl = url
          .split('/')
          .map((part, index) => (parts[index].startsWith(':') ? id : part))
          .join('/');
        const response = await send(route, { url: spoiltUrl, ...(method !== 'GET' && { payload }) });
        const said = complaint(response);
        if (said) complaints.push(`${id}: ${said}`);
      }
      expect(complaints).toEqual([]);
    },
  );

  test.each(routes.filter((route) => /^GET \/api/.test(route) && !route.endsWith('/events')))(
    '%s: withstands any query',
    async (route) => {
      const complaints: string[] = [];
      const path = requestTo(route, things).url.split('?')[0];
      const { parameters = [] } = manual.paths[route.split(' ')[1].replace(/:(\w+)/g, '{$1}')]?.get ?? {};
      const names = parameters.flatMap((one) => (one.in === 'query' ? one.name : []));
      const queries = [
        '?',
        '?__proto__=1&constructor=2&__proto__[role]=admin',
        `?${'a=1&'.repeat(2_000)}`,
        ...['reference', ...names].flatMap((name) => [
          ...[...ids, ...(name === 'cursor' ? cursors : [])].map((value) => `?${name}=${value}`),
          `?${name}=1&${name}=2`,
          `?${name}[]=1`,
          `?${name}[a]=1`,
        ]),
        ...(names.includes('sort') ? sorts : []).flatMap((sort) =>
          cursors.map((cursor) => `?${sort}&cursor=${cursor}`),
        ),
      ];
      for (const query of queries) {
        const said = complaint(await send(route, { url: `${path}${query}` }));
        if (said) complaints.push(`${query.slice(0, 100)}: ${said}`);
      }
      expect(complaints).toEqual([]);
    },
  );

  const odd: Record<string, Given> = {
    'a token of many bytes': { headers: { authorization: `Bearer ${'x'.repeat(8_000)}` } },
    'another scheme': { headers: { authorization: 'Basic YTpi' } },
    'no token': { headers: { authorization: '' } },
    'cookies that are nonsense': {
      cookies: { kindred_visitor: '%00', kindred_access: '{}', kindred_refresh: "'", kindred_csrf: '%' },
    },
    'a key without end': { headers: { 'idempotency-key': 'x'.repeat(5_000) } },
    'an event that is none': { headers: { 'last-event-id': '-1; drop' } },
    'another site': { headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } },
    'an origin that is none': { headers: { origin: '//' } },
  };
  test.each(Object.keys(odd))('withstands %s', async (name) => {
    const complaints: string[] = [];
    for (const route of routes.filter((one) => !one.endsWith('/events'))) {
      const { payload } = requestTo(route, things);
      const said = complaint(await send(route, { ...odd[name], payload }));
      if (said) complaints.push(`${route}: ${said}`);
    }
    expect(complaints).toEqual([]);
  });
});
