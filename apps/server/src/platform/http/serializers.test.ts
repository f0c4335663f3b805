import * as contracts from '@kindred/contracts';
import Fastify from 'fastify';
import { Type } from 'typebox';
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

const schemas = Object.entries(contracts).filter(
  ([, value]) => typeof value === 'object' && ('type' in value || 'anyOf' in value),
);

test('every schema of the contracts can write answers', () => {
  expect(schemas.length).toBeGreaterThan(50);
  for (const [name, schema] of schemas) expect(() => serializerOf(schema), name).not.toThrow();
});
