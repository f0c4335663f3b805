import { type Static, Type } from 'typebox';

/** Without an `$id`: it stands in most schemas several times. */
export const Money = Type.Object({
  amount_minor: Type.Integer({ minimum: 0, description: 'Integer of the currency’s minor unit' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
});
export type Money = Static<typeof Money>;
