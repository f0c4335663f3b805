import { type TSchema, Type } from 'typebox';
import { expect, test } from 'vitest';
import { createValidator } from './validator.ts';

/** Returns the errors for a field `x` with this value. */
function told(schema: TSchema, value: unknown, part: 'body' | 'query' = 'body') {
  const object = Type.Object({ x: schema }, { additionalProperties: false });
  const { issues } = createValidator(object, part).check({ x: value });
  return issues.map(({ pointer, code, message }) => [pointer, code, message]);
}

const Sort = Type.Union([Type.Literal('relevance'), Type.Literal('price-asc'), Type.Literal('newest')]);
const Nullable = (schema: TSchema) => Type.Union([schema, Type.Null()]);
const Money = Type.Object(
  { amount_minor: Type.Integer({ minimum: 0, maximum: 100 }), currency: Type.String() },
  { additionalProperties: false },
);
const Refund = Type.Union([
  Type.Object({ all: Type.Literal(true) }, { additionalProperties: false }),
  Type.Object({ amount: Money }, { additionalProperties: false }),
]);
const Shape = Type.Union([
  Type.Object({ kind: Type.Literal('circle'), radius: Type.Integer() }),
  Type.Object({ kind: Type.Literal('square'), side: Type.Integer() }),
]);

test.each<[string, TSchema, unknown, [pointer: string, code: string, message: string]]>([
  [
    'a whole number',
    Type.Integer({ minimum: 1, maximum: 99 }),
    '2',
    ['/x', 'not-a-whole-number', 'x must be a whole number from 1 to 99'],
  ],
  [
    'one of a fraction',
    Type.Integer({ minimum: 1 }),
    -1.5,
    ['/x', 'not-a-whole-number', 'x must be a whole number of at least 1'],
  ],
  [
    'one below',
    Type.Integer({ minimum: 1, maximum: 99 }),
    0,
    ['/x', 'out-of-range', 'x must be a whole number from 1 to 99'],
  ],
  [
    'one above',
    Type.Integer({ maximum: 99 }),
    100,
    ['/x', 'out-of-range', 'x must be a whole number of at most 99'],
  ],
  ['a number', Type.Number(), true, ['/x', 'not-a-number', 'x must be a number']],
  ['a text', Type.String(), 5, ['/x', 'not-a-text', 'x must be a text']],
  ['an empty text', Type.String({ minLength: 1 }), '', ['/x', 'too-short', 'x must not be empty']],
  [
    'a short text',
    Type.String({ minLength: 3 }),
    'ab',
    ['/x', 'too-short', 'x must have at least 3 characters'],
  ],
  [
    'a long text',
    Type.String({ maxLength: 1, pattern: '^a$' }),
    'bb',
    ['/x', 'too-long', 'x must have at most 1 character'],
  ],
  [
    'a form',
    Type.String({ pattern: '^\\d+$', 'x-form': 'a number as text' }),
    'b',
    ['/x', 'bad-format', 'x must be a number as text'],
  ],
  ['a UUID', Type.String({ format: 'uuid' }), '1', ['/x', 'bad-format', 'x must be a UUID']],
  ['a truth', Type.Boolean(), 'true', ['/x', 'not-true-or-false', 'x must be true or false']],
  ['a list', Type.Array(Type.String()), 'a', ['/x', 'not-a-list', 'x must be a list']],
  [
    'a short list',
    Type.Array(Type.String(), { minItems: 1 }),
    [],
    ['/x', 'too-few', 'x must have at least 1 item'],
  ],
  [
    'a long list',
    Type.Array(Type.String(), { maxItems: 2 }),
    ['', '', ''],
    ['/x', 'too-many', 'x must have at most 2 items'],
  ],
  [
    'an item',
    Type.Array(Type.String({ maxLength: 1 })),
    ['a', 'bb'],
    ['/x/1', 'too-long', 'x 2 must have at most 1 character'],
  ],
  ['an object', Money, [], ['/x', 'not-an-object', 'x must be an object']],
  ['a missing field', Money, { amount_minor: 1 }, ['/x/currency', 'required', 'currency is required']],
  [
    'an unknown field',
    Money,
    { amount_minor: 1, currency: 'EUR', curency: 'EUR' },
    ['/x/curency', 'unknown-field', 'there is no field “curency”; did you mean “currency”?'],
  ],
  [
    'no field at all',
    Type.Object({}, { minProperties: 1 }),
    {},
    ['/x', 'too-few', 'x must have at least 1 field'],
  ],
  ['a constant', Type.Literal('all'), 'none', ['/x', 'not-allowed', 'x must be all']],
  ['a choice', Sort, 'cheap', ['/x', 'not-allowed', 'x must be one of relevance, price-asc, newest']],
  [
    'a choice or null',
    Nullable(Sort),
    1,
    ['/x', 'not-allowed', 'x must be one of relevance, price-asc, newest, null'],
  ],
  [
    'what may be null',
    Nullable(Type.Integer({ minimum: 0 })),
    -1,
    ['/x', 'out-of-range', 'x must be a whole number of at least 0'],
  ],
  [
    'what may be null and is neither',
    Nullable(Type.String()),
    5,
    ['/x', 'not-a-text', 'x must be a text or null'],
  ],
  [
    'a number as a text, where a number or null may stand',
    Nullable(Type.Integer({ minimum: 0, maximum: 150 })),
    '30',
    ['/x', 'not-a-whole-number', 'x must be a whole number from 0 to 150 or null'],
  ],
  [
    'types in one schema',
    Type.Unsafe({ type: ['string', 'null'] }),
    5,
    ['/x', 'not-a-text', 'x must be a text or null'],
  ],
  [
    'a form among several',
    Shape,
    { kind: 'square', side: 'a' },
    ['/x/side', 'not-a-whole-number', 'side must be a whole number'],
  ],
  [
    'no form of several',
    Refund,
    {},
    ['/x', 'no-such-form', 'x must be an object with all or an object with amount'],
  ],
  ['what no form knows', Refund, { amout: 1 }, ['/x/amout', 'unknown-field', 'there is no field “amout”']],
])('%s', (_, schema, value, issue) => {
  expect(told(schema, value)).toEqual([issue]);
});

test('reports all errors in the order of the schema, each field once', () => {
  const lines = Type.Array(
    Type.Object(
      { product_id: Type.Integer(), quantity: Type.Integer({ minimum: 1, maximum: 99 }) },
      { additionalProperties: false },
    ),
  );
  const { issues } = createValidator(
    Type.Object({ reason: Type.String({ maxLength: 3 }), lines }, { additionalProperties: false }),
    'body',
  ).check({ lines: [{ product_id: null, quantity: 0, qty: 1 }], reason: 'long', 'a/b~c': 1 });
  expect(issues.map(({ pointer, code, params }) => [pointer, code, params])).toEqual([
    ['/a~1b~0c', 'unknown-field', { allowed: ['reason', 'lines'] }],
    ['/reason', 'too-long', { max: 3 }],
    ['/lines/0/qty', 'unknown-field', { allowed: ['product_id', 'quantity'], nearest: 'quantity' }],
    ['/lines/0/product_id', 'not-a-whole-number', undefined],
    ['/lines/0/quantity', 'out-of-range', { min: 1, max: 99 }],
  ]);
});

test('names a field by its title', () => {
  const schema = Type.Object({ line1: Type.String({ title: 'street and number' }) });
  const { issues } = createValidator(schema, 'body').check({});
  expect(issues).toEqual([
    { in: 'body', pointer: '/line1', code: 'required', message: 'street and number is required' },
  ]);
});

test.each([
  ['limit', Type.Integer({ minimum: 1, maximum: 50 }), ['1', '2']],
  ['sort', Sort, ['newest', 'newest']],
])('%s may be given only once in a query', (_, schema, value) => {
  expect(told(schema, value, 'query')).toEqual([['/x', 'repeated', 'x must be given once']]);
});

test.each(['0x10', '1e3', '', ' 5', '5 ', '+5', '1.0', '５', 'NaN'])(
  '%j is not a whole number in a query',
  (text) => {
    expect(told(Type.Integer(), text, 'query')).toEqual([
      ['/x', 'not-a-whole-number', 'x must be a whole number'],
    ]);
  },
);

test.each(['1', 'yes', 'TRUE', ''])('%j is neither true nor false', (text) => {
  expect(told(Type.Boolean(), text, 'query')).toEqual([
    ['/x', 'not-true-or-false', 'x must be true or false'],
  ]);
});

test('parses a query by the types of its schema', () => {
  const schema = Type.Object({
    limit: Type.Integer(),
    rating_min: Type.Number(),
    in_stock: Type.Boolean(),
    brand: Type.Array(Type.String()),
    width: Type.Union([Type.Literal(80), Type.Literal(160)]),
    q: Type.String(),
  });
  const { issues, value } = createValidator(schema, 'query').check({
    limit: '-12',
    rating_min: '3.5',
    in_stock: 'false',
    brand: 'Acme',
    width: '160',
    q: '5',
  });
  expect(issues).toEqual([]);
  expect(value).toEqual({
    limit: -12,
    rating_min: 3.5,
    in_stock: false,
    brand: ['Acme'],
    width: 160,
    q: '5',
  });
});

test('rejects a text that the database cannot store, wherever it is', () => {
  const schema = Type.Object({ a: Type.Array(Type.String()) });
  const { issues } = createValidator(schema, 'body').check({ a: ['good', 'a\u0000', '\ud800'] });
  expect(issues.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/a/2', 'not-storable'],
    ['/a/1', 'not-storable'],
  ]);
});

test('answers a huge or very deep document quickly', () => {
  const { check } = createValidator(Type.Object({ a: Type.Array(Sort, { maxItems: 3 }) }), 'body');
  const started = performance.now();
  expect(check({ a: Array(500_000).fill('x') }).issues).toMatchObject([{ code: 'too-many' }]);
  expect(check({ a: Array(15_000).fill('x') }).issues.length).toBeGreaterThan(3);
  expect(check(JSON.parse(`${'['.repeat(19_000)}${']'.repeat(19_000)}`)).issues).toMatchObject([
    { code: 'not-an-object' },
  ]);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('rejects a minimum above the maximum', () => {
  const bound = Type.Optional(Type.Integer());
  const schema = Type.Object(
    { price_min: bound, price_max: bound },
    { 'x-ascending': ['price_min', 'price_max'] },
  );
  const { check } = createValidator(schema, 'query');
  expect(check({ price_min: '20', price_max: '10' }).issues).toEqual([
    {
      in: 'query',
      pointer: '/price_min',
      code: 'above-the-other',
      params: { max: 10 },
      message: 'price min must not be above price max',
    },
  ]);
  for (const given of [{ price_min: '10', price_max: '10' }, { price_min: '20' }, {}])
    expect(check(given).issues).toEqual([]);
});
