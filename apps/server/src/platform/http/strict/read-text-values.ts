import type { Schema } from './schema.ts';

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  integer: (text) => (/^-?\d+$/.test(text) ? Number(text) : text),
  number: (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  boolean: (text) => (text === 'true' ? true : text === 'false' ? false : text),
};

function readValue(schema: Schema, given: unknown): unknown {
  if (schema.type === 'array') return [given].flat().map((one) => readValue(schema.items ?? {}, one));
  for (const branch of schema.anyOf ?? []) {
    const value = readValue(branch, given);
    if (value !== given) return value;
  }
  const read = typeof schema.type === 'string' ? readers[schema.type] : undefined;
  return read && typeof given === 'string' ? read(given) : given;
}

/**
 * Parses the texts of a query string or a path by the types of their schema: digits as whole numbers, `true` and `false` as booleans,
 * repeated parameters as lists. A text that does not match stays as it is, so that the check of types rejects it.
 */
export function readTextValues(schema: Schema, given: object): Record<string, unknown> {
  const values: Record<string, unknown> = Object.create(null);
  for (const [name, value] of Object.entries(given)) {
    const property = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;
    values[name] = property ? readValue(property, value) : value;
  }
  return values;
}
