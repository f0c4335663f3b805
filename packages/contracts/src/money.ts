import { type Static, Type } from 'typebox';

export const Money = Type.Object(
  {
    amount_minor: Type.Integer({ minimum: 0, description: 'Integer of the currency’s minor unit' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  },
  { $id: 'Money' },
);
export type Money = Static<typeof Money>;
