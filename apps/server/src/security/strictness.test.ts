/** @file Routes of the API reject undeclared fields and values of the wrong type, and report their positions. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Problem, RequestIssue } from '@kindred/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes, type Belongings, requestTo } from '../testing/api-routes.ts';
import { createMemberOwner } from '../testing/belongings.ts';
import { createShopper, tokenOf } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Operation {
  readonly requestBody?: { readonly content: Record<string, { schema: Schema }> };
  readonly parameters?: readonly { name: string; in: string; schema: Schema }[];
}

let shop: TestShop;
let things: Belongings;
let tokens: { member: string; admin: string };
let operations: Record<string, Record<string, Operation>>;
let components: Readonly<Record<string, Schema>>;

beforeAll(async () => {
  shop = await createTestShop({
    size: smallSize,
    // It sends more requests of one member than a person does.
    env: { RATE_LIMIT_ROUTES: 'POST /newsletter=0, POST /orders/lookup=0, POST /products/:id/notices=0' },
  });
  const owner = await createMemberOwner(shop);
  things = owner.things;
  tokens = { member: owner.member.login.access_token, admin: await tokenOf({ isAdmin: true }) };
  const manual = await shop.get<{ paths: typeof operations; components: { schemas: typeof components } }>(
    '/api/v1/openapi.json',
  );
  operations = manual.paths;
  components = manual.components.schemas;
});
afterAll(() => shop.close());

/** Without webhooks, because a provider's events may have any fields. */
const routes = Object.keys(apiRoutes).filter((route) => /^\w+ \/api\/v1\/(?!.*webhooks)/.test(route));
const changing = routes.filter((route) => !route.startsWith('GET'));

function operationOf(route: string): Operation {
  const [method, path] = route.split(' ');
  return operations[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()] ?? {};
}

async function issuesOf(route: string, { query = '', body }: { query?: string; body?: unknown }) {
  const { method, url, payload } = requestTo(route, things);
  const given = body ?? payload;
  const isAdmin = apiRoutes[route].access === 'admin';
  const response = await shop.app.inject({
    method,
    url: query === '' ? url : `${url.split('?')[0]}?${query}`,
    remoteAddress: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
    headers: {
      authorization: `Bearer ${isAdmin ? tokens.admin : tokens.member}`,
      'idempotency-key': randomUUID(),
      ...(given !== undefined && { 'content-type': 'application/json' }),
    },
    ...(given !== undefined && { payload: JSON.stringify(given) }),
  });
  const { code, errors = [] } = response.json() as Problem;
  expect([response.statusCode, code], `${route} ${query} ${JSON.stringify(given)}`).toEqual([
    400,
    'invalid-request',
  ]);
  return errors;
}

const placesOf = (errors: readonly RequestIssue[]) => errors.map((issue) => `${issue.in} ${issue.pointer}`);

/** Names that no route knows. Some of them could break a careless program. */
const unknownName = fc.oneof(
  fc.constantFrom('qty', 'firstName', 'min_price', 'constructor', 'toString', 'a/b~c', '0', ' ', 'ß'),
  fc.stringMatching(/^[a-z]{6}_x$/),
);
const pointerTo = (name: string) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
const fewRuns = { numRuns: 4 };

interface Field {
  readonly pointer: string;
  readonly schema: Schema;
  /** Returns a body with this value in the field. */
  readonly put: (value: unknown) => unknown;
}

function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : components[schema.$ref.split('/').at(-1)!];
}

/** Yields every field of a body, in objects and in the first item of lists. */
function* fieldsOf(schema: Schema, sample: unknown, pointer: string, put: Field['put']): Generator<Field> {
  for (const branch of (resolve(schema).anyOf ?? [schema]).map(resolve)) {
    for (const [name, inner] of Object.entries(branch.properties ?? {})) {
      const field = {
        pointer: `${pointer}/${name}`,
        schema: resolve(inner),
        put: (value: unknown) => put({ ...(sample as object | undefined), [name]: value }),
      };
      yield field;
      yield* fieldsOf(
        inner,
        (sample as Record<string, unknown> | undefined)?.[name],
        field.pointer,
        field.put,
      );
    }
    if (branch.items) {
      const item = {
        pointer: `${pointer}/0`,
        schema: resolve(branch.items),
        put: (value: unknown) => put([value]),
      };
      yield item;
      yield* fieldsOf(branch.items, (sample as unknown[] | undefined)?.[0], item.pointer, item.put);
    }
  }
}

function bodyFieldsOf(route: string): Field[] {
  const schema = operationOf(route).requestBody?.content['application/json']?.schema;
  return schema ? [...fieldsOf(schema, requestTo(route, things).payload, '', (value) => value)] : [];
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function takesTypeOf(schema: Schema, value: unknown): boolean {
  if (schema.anyOf) return schema.anyOf.some((one) => takesTypeOf(resolve(one), value));
  if (schema.const !== undefined) return schema.const === value;
  if (schema.enum !== undefined) return schema.enum.includes(value);
  if (schema.type === undefined) return true;
  return [schema.type]
    .flat()
    .some((type) => (type === 'integer' ? Number.isInteger(value) : type === typeOf(value)));
}

/** The issue of a slide that fits no kind of slide is the slide's, or its list's. */
const isInUnion = (place: string, pointer: string): boolean =>
  pointer.startsWith('/featured/0/') &&
  /^body \/featured\/0/.test(place) &&
  `body ${pointer}`.startsWith(place);

const jsonValues: readonly unknown[] = [null, true, false, 1, 2.5, '1', '0x10', 'true', '', [], [1], {}];

describe.each(routes)('%s', (route) => {
  test('rejects an unknown parameter', () =>
    fc.assert(
      fc.asyncProperty(unknownName, async (name) => {
        const errors = await issuesOf(route, { query: `${encodeURIComponent(name)}=1&utm_source=mail` });
        expect(placesOf(errors)).toEqual(
          expect.arrayContaining([`query ${pointerTo(name)}`, 'query /utm_source']),
        );
      }),
      fewRuns,
    ));

  test('rejects a parameter of another type', async () => {
    for (const { name, in: part, schema } of operationOf(route).parameters ?? []) {
      if (part !== 'query' || schema.type === 'array') continue;
      const wrong = ['1e1', '0x10', '', ' 5', 'yes'].filter(() =>
        /integer|number|boolean/.test(String(schema.type)),
      );
      for (const query of [
        ...wrong.map((text) => `${name}=${encodeURIComponent(text)}`),
        `${name}=1&${name}=1`,
      ])
        expect(placesOf(await issuesOf(route, { query })), query).toContain(`query /${name}`);
    }
  });
});

describe.each(changing)('%s', (route) => {
  test('rejects an unknown field at any depth', () =>
    fc.assert(
      fc.asyncProperty(unknownName, async (name) => {
        const { payload = {} } = requestTo(route, things);
        const objects = bodyFieldsOf(route).filter(({ schema }) => schema.type === 'object');
        expect(placesOf(await issuesOf(route, { body: { ...payload, [name]: 1 } }))).toContain(
          `body ${pointerTo(name)}`,
        );
        for (const { pointer, put } of objects)
          expect(placesOf(await issuesOf(route, { body: put({ [name]: 1 }) }))).toContain(
            `body ${pointer}${pointerTo(name)}`,
          );
      }),
      fewRuns,
    ));

  test('rejects a value of another type', async () => {
    const fields = bodyFieldsOf(route);
    const isDescribed = Object.keys(operationOf(route)).length > 0;
    if (isDescribed && apiRoutes[route].body) expect(fields).not.toEqual([]);
    for (const { pointer, schema, put } of fields)
      for (const value of jsonValues.filter((one) => !takesTypeOf(schema, one)))
        expect(
          placesOf(await issuesOf(route, { body: put(value) })).map((place) =>
            isInUnion(place, pointer) ? `body ${pointer}` : place,
          ),
          `${pointer} ${JSON.stringify(value)}`,
        ).toContain(`body ${pointer}`);
  });
});

test('reports the errors of path, query and body together', async () => {
  const response = await shop.app.inject({
    method: 'PATCH',
    url: '/api/v1/cart/items/0x10?colour=red',
    payload: { quantity: null, qty: 3 },
  });
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({
    code: 'invalid-request',
    detail:
      'product id must be a whole number from 1 to 2147483647; there is no parameter “colour”; there is no field “qty”; did you mean “quantity”?; quantity must be a whole number from 0 to 99',
    errors: [
      { in: 'path', pointer: '/product_id', code: 'not-a-whole-number' },
      { in: 'query', pointer: '/colour', code: 'unknown-field' },
      { in: 'body', pointer: '/qty', code: 'unknown-field', params: { nearest: 'quantity' } },
      { in: 'body', pointer: '/quantity', code: 'not-a-whole-number', params: { min: 0, max: 99 } },
    ],
  });
});

test.each([
  ['GET', '/products?colour=red', undefined, '/colour', 'color'],
  ['GET', '/products?min_price=5', undefined, '/min_price', 'price_min'],
  ['GET', '/recommendations?k=5', undefined, '/k', undefined],
  ['GET', '/recommendations?slot=home', undefined, '/slot', undefined],
  ['POST', '/cart/items', { product_id: 1, qty: 3 }, '/qty', 'quantity'],
  ['PATCH', '/me', { firstName: 'Eve' }, '/firstName', 'first_name'],
  ['PATCH', '/me', { adress: 'Storgatan 1' }, '/adress', 'address'],
] as const)('%s %s %j names %s', async (method, path, payload, pointer, nearest) => {
  const { body } = await createShopper(shop.app, { token: tokens.member }).send<Problem>(
    method,
    path,
    payload,
  );
  expect(body.errors).toMatchObject([{ pointer, code: 'unknown-field' }]);
  expect(body.errors?.[0].params?.nearest).toBe(nearest);
});

test('answers an unsupported method with the supported ones', async () => {
  const every = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'] as const;
  const paths = Map.groupBy(Object.keys(apiRoutes), (route) => requestTo(route, things).url.split('?')[0]);
  for (const [path, declared] of paths) {
    const { statusCode, headers } = await shop.app.inject({ method: 'OPTIONS', url: path });
    const allowed = String(headers.allow).split(', ');
    expect([statusCode, allowed], path).toEqual([
      204,
      expect.arrayContaining(declared.map((route) => route.split(' ')[0])),
    ]);
    // No path has all methods.
    expect(allowed.length, path).toBeLessThan(every.length);
    for (const method of every.filter((one) => !allowed.includes(one))) {
      const response = await shop.app.inject({ method, url: path });
      expect([response.statusCode, response.headers.allow], `${method} ${path}`).toEqual([
        405,
        headers.allow,
      ]);
      if (method !== 'HEAD') expect(response.json()).toMatchObject({ code: 'method-not-allowed' });
    }
  }
  for (const method of every)
    expect((await shop.app.inject({ method, url: '/api/v1/nothing' })).statusCode, method).toBe(404);
});

test('every time in an answer is RFC 3339 in UTC with milliseconds', async () => {
  const seen = new Set<string>();
  const look = (value: unknown, at: string): void => {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}[T ]/.test(value)) {
      expect(value, at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
      seen.add(at.split('.').at(-1)!);
    }
    if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(one, `${at}.${name}`);
  };
  for (const route of routes.filter((one) => /^GET (?!.*(docs|events$|pdf$|authenticate))/.test(one))) {
    const token = apiRoutes[route].access === 'admin' ? tokens.admin : tokens.member;
    const statuses = route.includes('/admin/reviews') ? ['?status=published', '?status=pending'] : [''];
    for (const query of statuses) {
      const { url } = requestTo(route, things);
      const headers = { authorization: `Bearer ${token}` };
      look((await shop.app.inject({ url: `${url}${query}`, headers })).json(), route);
    }
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      'created_at',
      'date_joined',
      'exported_at',
      'reviewed_at',
      'added_at',
      'occurred_at',
    ]),
  );
});

test('a provider’s event and a page’s address may have unknown fields', async () => {
  const event = {
    method: 'POST',
    url: '/api/v1/payments/webhooks/test?utm_source=x',
    payload: { any: 1 },
  } as const;
  expect((await shop.app.inject(event)).json()).toMatchObject({ code: 'invalid-signature' });
  expect((await shop.app.inject('/api/v1/docs?utm_source=mail&gclid=1')).statusCode).toBe(200);
});
