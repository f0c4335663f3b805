import { type TSchema, Type } from 'typebox';

/** What may be null; the description says what null means. */
export function Nullable<Schema extends TSchema>(schema: Schema, options: { description?: string } = {}) {
  return Type.Union([schema, Type.Null()], options);
}
