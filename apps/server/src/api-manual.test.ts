import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, apiRoutes, requestTo } from './testing/api-routes.ts';
import { nothing } from './testing/belongings.ts';
import { tokenOf } from './testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

interface Described {
  readonly $ref?: string;
  readonly description?: string;
  readonly anyOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
}
interface Answer {
  readonly $ref?: string;
  readonly description?: string;
  readonly content?: Readonly<Record<string, { schema: Described; examples?: Record<string, unknown> }>>;
}
interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Record<string, string[]>[];
  readonly parameters?: readonly {
    name: string;
    required: boolean;
    description?: string;
    schema: Described;
  }[];
  readonly requestBody?: {
    required: boolean;
    content: Record<string, { schema: Described; example?: unknown }>;
  };
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Manual {
  readonly info: { readonly description: string };
  readonly tags: readonly { name: string; description: string }[];
  readonly paths: Readonly<Record<string, Record<string, Operation>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Described>>;
    readonly responses: Readonly<Record<string, Answer>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

let shop: TestShop;
let manual: Manual;
let operations: Record<string, Operation>;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  manual = await shop.get<Manual>('/api/v1/openapi.json');
  operations = Object.fromEntries(
    Object.entries(manual.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
        operation,
      ]),
    ),
  );
});
afterAll(() => shop.close());

const described = Object.keys(apiRoutes).filter(
  (route) => route.includes('/api/v1/') && !/openapi\.json|\/test\/authenticate/.test(route),
);

function answersOf({ responses }: Operation): [status: string, answer: Answer][] {
  return Object.entries(responses).map(([status, answer]) => [
    status,
    answer.$ref === undefined ? answer : manual.components.responses[answer.$ref.split('/').at(-1)!],
  ]);
}

function codesOf(operation: Operation): string[] {
  return answersOf(operation).flatMap(([status, { content = {} }]) =>
    Object.keys(content['application/problem+json']?.examples ?? {}).map((code) => `${status} ${code}`),
  );
}

/** The access of a route. Objects of the caller's account need authentication, although their path names them. */
function accessOf(route: string): Access {
  const { access } = apiRoutes[route];
  return access === 'resource' && route.includes('/me/') ? 'own' : access;
}

test('has every route of the API, each with its own operation id', () => {
  expect(Object.keys(operations).sort()).toEqual([...described].sort());
  const names = Object.values(operations).map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
});

test('has an introduction, and a description of each tag', () => {
  const headings = manual.info.description.match(/^## .*$/gm);
  expect(headings).toEqual([
    '## Who asks',
    '## Requests',
    '## Failures',
    '## Money',
    '## Times',
    '## Lists',
    '## Once, and only once',
    '## Limits',
    '## Events',
  ]);
  const used = new Set(Object.values(operations).flatMap(({ tags }) => tags));
  expect(manual.tags.map(({ name }) => name).sort()).toEqual([...used].sort());
  for (const { description } of manual.tags) expect(description).not.toBe('');
});

describe.each(described)('%s', (route) => {
  const [method] = route.split(' ');

  test('describes the operation and its answers', () => {
    const { summary, description, tags } = operations[route];
    expect([typeof summary, typeof description, tags.length]).toEqual(['string', 'string', 1]);
    for (const [status, answer] of answersOf(operations[route]))
      expect(answer.description, status).toMatch(/\S/);
  });

  test('states who may call it, and its one permission', () => {
    const { security } = operations[route];
    const key = security.at(-1)!;
    expect(key).toEqual({ key: [expect.stringMatching(/^[a-z-]+:[a-z]+$/)] });
    expect(permissions).toContain(key.key[0]);
    const others = security.slice(0, -1);
    const access = accessOf(route);
    const granted = access === 'admin' ? key.key : [];
    const account = [
      { token: granted },
      method === 'GET' ? { session: granted } : { session: granted, csrf: [] },
    ];
    if (['own', 'admin'].includes(access)) expect(others).toEqual(account);
    else if (route.includes('/orders/:id')) expect(others).toEqual([{ order: [] }, ...account]);
    else expect(others[0]).toEqual({});
    if (access === 'visitor') expect(others.slice(-2)).toEqual(account);
  });

  test('lists its problems with their codes', () => {
    const codes = codesOf(operations[route]);
    const wanted = [
      '400 invalid-request',
      '401 invalid-token',
      '429 too-many-requests',
      '500 internal-server-error',
    ];
    expect(codes).toEqual(expect.arrayContaining([...wanted, '503 service-unavailable']));
    if (accessOf(route) === 'own') expect(codes).toContain('401 log-in-first');
    if (accessOf(route) === 'admin') expect(codes).toContain('403 admin-only');
    if (method !== 'GET') expect(codes).toContain('415 unsupported-media-type');
    for (const [status, { content }] of answersOf(operations[route]))
      if (Number(status) >= 400)
        expect(content?.['application/problem+json'].schema, status).toEqual({
          $ref: '#/components/schemas/Problem',
        });
  });

  test('has an example of its body', () => {
    const body = operations[route].requestBody?.content['application/json'];
    if (body) expect(body.example).toBeTypeOf('object');
  });
});

test('every answer has a status that is described', async () => {
  const askers: Record<string, string>[] = [
    {},
    { authorization: 'Bearer nonsense' },
    { authorization: `Bearer ${await tokenOf({ isAdmin: true })}` },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const route of described.filter((one) => !one.endsWith('/events')))
    for (const [index, headers] of askers.entries()) {
      const { statusCode } = await shop.app.inject({
        ...requestTo(route, nothing),
        remoteAddress: `10.0.${index}.${described.indexOf(route)}`,
        headers: { ...headers, 'idempotency-key': `${route} ${index}` },
      });
      expect(Object.keys(operations[route].responses), `${route} ${index}`).toContain(String(statusCode));
    }
});

/** `404 product-not-found`: all problems in the catalogues of the modules. */
function catalogued(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/problemsOf\(\{[\s\S]*?\}\);/g) ?? [])
    .flatMap((catalogue) => [...catalogue.matchAll(/'?([a-z-]+)'?: \{\s*status: (\d+)/g)])
    .map(([, code, status]) => `${status} ${code}`);
}

test('names every problem of a module where it happens', () => {
  const named = new Set(Object.values(operations).flatMap(codesOf));
  const elsewhere = ['404 picture-not-found', '503 too-many-pictures', '421 other-host'];
  const all = [...catalogued('apps/server/src/modules'), ...catalogued('apps/server/src/platform')];
  expect(all.length).toBeGreaterThan(80);
  expect(all.filter((one) => !named.has(one) && !elsewhere.includes(one))).toEqual([]);
});

test('requires the Idempotency-Key where the server requires it', () => {
  const asking = Object.entries(operations).flatMap(([route, { parameters = [] }]) =>
    parameters.filter(({ name }) => name === 'Idempotency-Key').map(({ required }) => [route, required]),
  );
  expect(asking).toEqual([
    ['POST /api/v1/checkout/confirm', true],
    ['POST /api/v1/orders/:id/returns', true],
    ['POST /api/v1/admin/orders/:id/refund', true],
  ]);
});

test('marks a body as required where the server requires it', () => {
  const optional = Object.keys(operations).filter(
    (route) => operations[route].requestBody?.required === false,
  );
  expect(optional).toEqual(['POST /api/v1/auth/refresh']);
});

test('streams and files have the media type that they are sent with', () => {
  const typesOf = (route: string) => Object.keys(operations[route].responses[200].content!);
  expect(typesOf('GET /api/v1/orders/:id/events')).toEqual(['text/event-stream']);
  expect(typesOf('GET /api/v1/orders/:id/invoice.pdf')).toEqual(['application/pdf']);
});

test('describes every field and every parameter', () => {
  const { schemas } = manual.components;
  const isDescribed = ({ description, $ref, anyOf = [] }: Described): boolean =>
    description !== undefined ||
    ($ref !== undefined && schemas[$ref.split('/').at(-1)!].description !== undefined) ||
    anyOf.some(isDescribed);
  const silent: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, one] of Object.entries((value as Described).properties ?? {}))
      if (!isDescribed(one)) silent.push(`${place}.${name}`);
    for (const [name, one] of Object.entries(value))
      if (!/^examples?$/.test(name)) look(one, `${place}/${name}`);
  };
  look(schemas, 'schemas');
  look(manual.paths, 'paths');
  for (const [route, { parameters = [] }] of Object.entries(operations))
    for (const { name, description, schema } of parameters)
      if (description === undefined && !isDescribed(schema)) silent.push(`${route} ${name}`);
  expect(silent).toEqual([]);
});

test('names its schemas, and lists choices', () => {
  const names = Object.keys(manual.components.schemas);
  expect(names).toEqual(
    expect.arrayContaining(['Cart', 'Money', 'Order', 'OrderEvent', 'Problem', 'Product']),
  );
  expect(names.filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
  const text = JSON.stringify(manual);
  expect(text).not.toMatch(/"(\$id|x-[a-z]+)":/);
  expect(manual.components.schemas.OrderStatus).toMatchObject({
    type: 'string',
    enum: ['Pending', 'Completed', 'Cancelled'],
  });
  const unions = text.match(/"anyOf":\[\{"(type|const)":[^[]*\]/g) ?? [];
  expect(unions.filter((union) => union.includes('"const"'))).toEqual([]);
});

test('describes the ways of authentication', () => {
  expect(Object.keys(manual.components.securitySchemes)).toEqual([
    'token',
    'key',
    'session',
    'csrf',
    'visitor',
    'cart',
    'order',
  ]);
});
