import { type Static, Type } from 'typebox';

export const PaymentSettings = Type.Object(
  {
    provider: Type.String({ description: '`stripe`, or `test`: the built-in one that moves no money' }),
    settings: Type.Record(Type.String(), Type.String(), {
      description: 'For the provider’s own script, such as `publishable_key`',
    }),
  },
  { $id: 'PaymentSettings' },
);
export type PaymentSettings = Static<typeof PaymentSettings>;

/** What pays, as the provider tells it: never the whole number of a card. */
export const PaymentMethod = Type.Object(
  {
    payment_method_id: Type.String({ description: 'The provider’s name for it: `pm_...`' }),
    brand: Type.String({
      description: '`visa`, `mastercard`, `amex` ...; of what is no card, its kind: `klarna`',
    }),
    last4: Type.Union([Type.String(), Type.Null()], { description: 'Null: it is no card' }),
    expiry: Type.Union([Type.String(), Type.Null()], { description: 'MM/YY' }),
  },
  { $id: 'PaymentMethod' },
);
export type PaymentMethod = Static<typeof PaymentMethod>;

/** A card of the test provider. Any other number is refused, and kept nowhere. */
export const TestCard = Type.Object(
  {
    number: Type.String({ maxLength: 60, description: 'Spaces and dashes are taken' }),
    expiry: Type.String({ maxLength: 20, description: 'Month and year, such as 04/29' }),
    security_code: Type.String({ maxLength: 20 }),
  },
  { $id: 'TestCard', additionalProperties: false },
);
export type TestCard = Static<typeof TestCard>;
