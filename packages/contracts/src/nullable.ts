import { type TSchema, Type } from 'typebox';

/** A value that may be null. The description says what null means. */
export function Nullable<Schema extends TSchema>(schema: Schema, options: { description?: string } = {}) {
  return Type.Union([schema, Type.Null()], options);
}
