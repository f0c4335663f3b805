import { type Static, Type } from 'typebox';
import { CurrencyCode } from './typed-text.ts';

/** Without an `$id`: it stands in most schemas several times. */
export const Money = Type.Object(
  {
    amount_minor: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'Integer of the currency’s minor unit',
    }),
    currency: CurrencyCode,
  },
  { additionalProperties: false },
);
export type Money = Static<typeof Money>;
