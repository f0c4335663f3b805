import { type Static, Type } from 'typebox';
import { CurrencyCode } from './typed-text.ts';

export const Money = Type.Object(
  {
    amount_minor: Type.Integer({
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: 'A whole number of the currency’s minor unit: 1999 of USD is $19.99',
    }),
    currency: CurrencyCode,
  },
  { $id: 'Money', additionalProperties: false, description: 'An amount of money' },
);
export type Money = Static<typeof Money>;
