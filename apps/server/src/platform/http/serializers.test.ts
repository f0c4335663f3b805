import * as contracts from '@kindred/contracts';
import Fastify from 'fastify';
import { type TSchema, Type } from 'typebox';
import { expect, test } from 'vitest';
import { registerSerializers, serializerOf } from './serializers.ts';

async function appThatAnswers(schema: object, value: unknown) {
  const app = Fastify();
  registerSerializers(app);
  app.get('/', { schema: { response: { 200: schema } } }, async () => value);
  return app.inject('/');
}

test('an answer has only the fields of its schema', async () => {
  const answer = await appThatAnswers(Type.Object({ name: Type.String() }), { name: 'Ada', secret: 'x' });
  expect(answer.json()).toEqual({ name: 'Ada' });
});

test('applications can share a schema', async () => {
  const schema = Type.Object({ count: Type.Integer() });
  for (const count of [1, 2])
    expect((await appThatAnswers(schema, { count })).body).toBe(`{"count":${count}}`);
});

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

test('null, one of some texts and either of two objects are written as they are', async () => {
  const schema = Type.Object({
    price: nullable(Type.Object({ amount: Type.Integer() })),
    tags: nullable(Type.Array(Type.String())),
    note: nullable(Type.String()),
    rank: nullable(Type.Integer()),
    left: Type.Optional(nullable(Type.String())),
    twice: nullable(Type.Union([nullable(Type.String())])),
    inner: Type.Union([nullable(Type.String())]),
    state: Type.Union([Type.Literal('new'), Type.Literal('used'), Type.Null()]),
    either: Type.Union([Type.Object({ a: Type.String() }), Type.Object({ b: Type.Integer() }), Type.Null()]),
  });
  const empty = {
    price: null,
    tags: null,
    note: null,
    rank: null,
    twice: null,
    inner: null,
    state: null,
    either: null,
  };
  const full = {
    price: { amount: 5 },
    tags: [],
    note: '',
    rank: 0,
    left: null,
    twice: 'a',
    inner: 'b',
    state: 'used',
    either: { b: 2 },
  };
  for (const value of [empty, full]) expect((await appThatAnswers(schema, value)).json()).toEqual(value);
});

const schemas = Object.entries(contracts).filter(
  ([, value]) => typeof value === 'object' && ('type' in value || 'anyOf' in value),
);

test('every schema of the contracts can write answers', () => {
  expect(schemas.length).toBeGreaterThan(50);
  for (const [name, schema] of schemas) expect(() => serializerOf(schema as object), name).not.toThrow();
});
