/** @file The parts of JSON Schema that the checks of requests need. */

export interface Schema {
  readonly $id?: string;
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly [rule: string]: unknown;
}

/** Returns a copy in which `change` was applied to the schema and to every schema inside it, the innermost first. */
export function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const all = (schemas: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, mapSchema(one, change)]));
  const { properties, patternProperties, items, anyOf } = schema;
  return change({
    ...schema,
    ...(properties && { properties: all(properties) }),
    ...(patternProperties && { patternProperties: all(patternProperties) }),
    ...(items && { items: mapSchema(items, change) }),
    ...(anyOf && { anyOf: anyOf.map((one) => mapSchema(one, change)) }),
  });
}

const closed = new WeakMap<Schema, Schema>();

/** Returns a copy whose objects reject unknown fields unless the schema allows them. For the same schema, it returns the same copy. */
export function closeObjects(schema: Schema): Schema {
  let copy = closed.get(schema);
  if (!copy) {
    copy = mapSchema(schema, (one) =>
      one.type === 'object' && one.additionalProperties === undefined && one.patternProperties === undefined
        ? { ...one, additionalProperties: false }
        : one,
    );
    closed.set(schema, copy);
  }
  return copy;
}
