import { type Static, Type } from 'typebox';

/** Without an `$id`: it stands in most schemas several times. */
export const Money = Type.Object(
  {
    amount_minor: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'Integer of the currency’s minor unit',
    }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  },
  { additionalProperties: false },
);
export type Money = Static<typeof Money>;
