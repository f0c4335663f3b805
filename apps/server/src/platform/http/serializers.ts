import fastJsonStringify from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';
import { mapSchema, type Schema } from './strict/schema.ts';

type Serialize = (value: unknown) => string;

const compiled = new WeakMap<object, Serialize>();

/**
 * Returns a schema that is quicker to serialize. A serializer validates a value against each member of a union until one fits, which takes
 * longer than all else, and so does compiling the validators. A value that may be null, or that is one of some texts, needs no validation.
 */
function easier({ $id: _, anyOf, ...one }: Schema): Schema {
  if (!anyOf) return one;
  const values = anyOf.filter(({ type }) => type !== 'null');
  const [value] = values;
  const nullable = values.length < anyOf.length && { nullable: true };
  if (values.length === 1 && typeof value!.type === 'string') return { ...one, ...value, ...nullable };
  const areTexts = values.every((text) => text.type === 'string' && text.const !== undefined);
  return areTexts ? { ...one, type: 'string', ...nullable } : { ...one, anyOf };
}

/** Returns the serializer of a schema. It is compiled for the first answer, once for all routes and applications that share the schema. */
export function serializerOf(schema: object): Serialize {
  const known = compiled.get(schema);
  if (known) return known;
  // No schema refers to another by its `$id`, and a schema may contain another several times.
  const quick: object = mapSchema(schema as Schema, easier);
  const serialize: Serialize = fastJsonStringify(quick);
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
