/** @file Writes TypeBox schemas as plain TypeScript, so that users of the client need neither the schemas nor TypeBox. */

/** The part of JSON Schema that contracts use. */
interface Schema {
  readonly $id?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

/** Returns a declaration for each schema among the exports of a module: an interface for an object, otherwise a type. */
export function declareTypes(exports: Readonly<Record<string, unknown>>): string {
  const schemas = Object.entries(exports).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  const names = new Map(schemas.map(([name, schema]) => [schema, name]));
  const text = (schema: Schema): string => names.get(schema) ?? structure(schema, text);
  return schemas
    .map(([name, schema]) => {
      const written = structure(schema, text);
      // An interface keeps its name in other declarations.
      const declaration = isObject(schema) ? `interface ${name} ${written}` : `type ${name} = ${written};`;
      return `${comment(schema)}export ${declaration}\n`;
    })
    .join('\n');
}

function isObject({ properties = {} }: Schema): boolean {
  return Object.keys(properties).length > 0;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && '~kind' in value;
}

function structure(schema: Schema, text: (schema: Schema) => string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(text).join(' | ');
  switch (schema.type) {
    case 'object':
      if (schema.patternProperties) return record(schema, text);
      return isObject(schema) ? object(schema, text) : 'object';
    case 'array':
      return `Array<${text(schema.items!)}>`;
    case 'integer':
      return 'number';
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return schema.type;
    case undefined:
      return 'unknown';
    default:
      throw new Error(`A schema of the type ${schema.type} has no TypeScript form.`);
  }
}

function object({ properties = {}, required = [] }: Schema, text: (schema: Schema) => string): string {
  const lines = Object.entries(properties).flatMap(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    const key = /^\w+$/.test(name) ? name : `'${name}'`;
    return `${comment(schema)}${key}${mark}: ${text(schema)};`.split('\n');
  });
  return `{\n${lines.map((line) => `  ${line}\n`).join('')}}`;
}

function record({ patternProperties = {} }: Schema, text: (schema: Schema) => string): string {
  return `Record<string, ${Object.values(patternProperties).map(text).join(' | ')}>`;
}

function comment({ description }: Schema): string {
  return description === undefined ? '' : `/** ${description.replaceAll('*/', '*\\/')} */\n`;
}
