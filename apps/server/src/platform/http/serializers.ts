import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';

type Serialize = (value: unknown) => string;

const compiled = new WeakMap<object, Serialize>();

/** What writes the answers of a schema. It is compiled for its first answer, once for all routes and applications that share the schema. */
export function serializerOf(schema: object): Serialize {
  const known = compiled.get(schema);
  if (known) return known;
  const serialize: Serialize = fastJsonStringify(schema);
  compiled.set(schema, serialize);
  return serialize;
}

/** Some two hundred schemas, most of which a process never needs, would cost its start a quarter of a second. */
export function registerSerializers(app: FastifyInstance): void {
  app.setSerializerCompiler<object>(
    ({ schema }) =>
      (value) =>
        serializerOf(schema)(value),
  );
}
