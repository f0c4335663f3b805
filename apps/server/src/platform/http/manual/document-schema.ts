/** @file Converts schemas of the contracts for the manual. */
import { isDeepStrictEqual } from 'node:util';
import * as contracts from '@kindred/contracts';
import type { Schema } from '../strict/schema.ts';

type Shown = Readonly<Record<string, unknown>>;

/** The description of each named schema. If another schema refers to it, that one describes its use. */
const descriptions = new Map(
  Object.values<unknown>(contracts).flatMap((one) => {
    const { $id, description } = (one ?? {}) as Schema;
    return $id === undefined ? [] : [[$id, description as string | undefined] as const];
  }),
);

/** Collects named schemas, each once. */
export class Components {
  readonly schemas: Record<string, Shown> = {};

  /** Returns the schema, or a reference to it if it has a name. */
  show({ $id, ...schema }: Schema): Shown {
    if ($id === undefined) return this.#convert(schema);
    const { description, ...whole } = this.#convert(schema);
    const ownDescription = descriptions.get($id);
    this.schemas[$id] ??= { ...(ownDescription && { description: ownDescription }), ...whole };
    const { description: _, ...known } = this.schemas[$id];
    if (!isDeepStrictEqual(known, whole)) throw new Error(`Two schemas have the name ${$id}`);
    const reference = { $ref: `#/components/schemas/${$id}` };
    return description === undefined || description === ownDescription
      ? reference
      : { ...reference, description };
  }

  #convert(schema: Schema): Shown {
    if (schema.anyOf) return this.#convertUnion(schema.anyOf, schema);
    const { properties, patternProperties, additionalProperties, items, ...rest } = schema;
    const all = (schemas: Readonly<Record<string, Schema>>) =>
      Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, this.show(one)]));
    const others = patternProperties && Object.values(patternProperties)[0];
    return {
      ...withoutOwnKeywords(rest),
      ...(properties && { properties: all(properties) }),
      ...(items && { items: this.show(items) }),
      ...(others && { additionalProperties: this.show(others) }),
      ...(additionalProperties !== undefined && !others && { additionalProperties }),
    };
  }

  #convertUnion(branches: readonly Schema[], { anyOf: _, ...schema }: Schema): Shown {
    const rest = withoutOwnKeywords(schema);
    const others = branches.filter(({ type }) => type !== 'null');
    const nullable = others.length < branches.length;
    const constants = others.map((one) => one.const);
    if (!constants.includes(undefined)) {
      const type = typeof constants[0] === 'number' ? 'integer' : typeof constants[0];
      const choice = { type, enum: constants };
      // Code generators support choices and nullable values, but not choices that include null.
      return nullable ? { ...rest, anyOf: [choice, { type: 'null' }] } : { ...rest, ...choice };
    }
    const shown = others.map((one) => this.show(one));
    const [only] = shown;
    const isPlain = typeof only.type === 'string' && only.type !== 'object' && only.enum === undefined;
    if (nullable && shown.length === 1 && isPlain) return { ...only, ...rest, type: [only.type, 'null'] };
    return { ...rest, anyOf: nullable ? [...shown, { type: 'null' }] : shown };
  }
}

/** Removes keywords that only the server's checks use. */
function withoutOwnKeywords(schema: Schema): Shown {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !name.startsWith('x-')));
}
