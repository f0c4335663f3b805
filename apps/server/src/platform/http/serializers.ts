import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';
import { mapSchema, type Schema } from './strict/schema.ts';

type Serialize = (value: unknown) => string;

const compiled = new WeakMap<object, Serialize>();

function withoutNames(schema: object): object {
  return mapSchema(schema as Schema, ({ $id: _, ...one }) => one);
}

/** Returns the serializer of a schema. It is compiled for the first answer, once for all routes and applications that share the schema. */
export function serializerOf(schema: object): Serialize {
  const known = compiled.get(schema);
  if (known) return known;
  // No schema refers to another by its `$id`, and a schema may contain another several times.
  const serialize: Serialize = fastJsonStringify(withoutNames(schema));
  compiled.set(schema, serialize);
  return serialize;
}

/** Compiles lazily: about two hundred schemas, of which a process needs few, would add a quarter of a second to the start. */
export function registerSerializers(app: FastifyInstance): void {
  app.setSerializerCompiler<object>(
    ({ schema }) =>
      (value) =>
        serializerOf(schema)(value),
  );
}
