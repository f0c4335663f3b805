import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, apiRoutes, requestTo } from './testing/api-routes.ts';
import { nothing } from './testing/belongings.ts';
import { tokenOf } from './testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

interface Operation {
  readonly security: Record<string, string[]>[];
  readonly parameters?: { name: string; required?: boolean }[];
  readonly responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

let shop: TestShop;
let operations: Record<string, Operation>;
let components: { schemas: Record<string, object>; securitySchemes: object };

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const manual = await shop.get<{
    paths: Record<string, Record<string, Operation>>;
    components: typeof components;
  }>('/api/v1/openapi.json');
  components = manual.components;
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

/** A thing of one's own account is asked for by its path, and asks who is there all the same. */
function accessOf(route: string): Access {
  const { access } = apiRoutes[route];
  return access === 'resource' && route.includes('/me/') ? 'own' : access;
}

describe.each(described)('%s', (route) => {
  const [method] = route.split(' ');
  const operationOf = () => operations[route];

  test('says who may ask', () => {
    const known = [{ token: [] }, method === 'GET' ? { session: [] } : { session: [], csrf: [] }];
    const wanted = {
      public: [],
      own: known,
      admin: known,
      visitor: [{}, ...known],
      resource: [{}, ...known],
    };
    expect(operationOf().security).toEqual(wanted[accessOf(route)]);
  });

  test('says how it fails, as a problem', () => {
    const { responses } = operationOf();
    const failures = Object.keys(responses).filter((status) => /^[45]/.test(status));
    expect(failures).toEqual(expect.arrayContaining(['400', '429', '503']));
    if (['own', 'admin'].includes(accessOf(route))) expect(failures).toContain('401');
    if (accessOf(route) === 'admin') expect(failures).toContain('403');
    if (route.includes(':')) expect(failures).toContain('404');
    for (const status of failures)
      expect(responses[status].content, status).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
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

test('says that the Idempotency-Key is required where the server requires it', () => {
  const asking = Object.keys(operations).filter((route) =>
    operations[route].parameters?.some(({ name, required }) => name === 'idempotency-key' && required),
  );
  expect(asking.sort()).toEqual(
    Object.keys(operations)
      .filter((route) => operations[route].parameters?.some(({ name }) => name === 'idempotency-key'))
      .sort(),
  );
  expect(asking).toEqual(
    expect.arrayContaining(['POST /api/v1/admin/orders/:id/refund', 'POST /api/v1/checkout/confirm']),
  );
});

test('describes the problem, and how to say who asks', () => {
  expect(components.schemas.Problem).toMatchObject({
    required: ['type', 'title', 'status', 'code'],
    properties: { errors: { items: { required: ['in', 'pointer', 'code', 'message'] } } },
  });
  expect(Object.keys(components.securitySchemes)).toEqual(['token', 'session', 'csrf']);
});
