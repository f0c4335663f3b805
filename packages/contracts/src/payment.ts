import { type Static, Type } from 'typebox';
import { Nullable } from './nullable.ts';

export const PaymentSettings = Type.Object(
  {
    provider: Type.String({
      description:
        '`stripe`, `test` (the built-in provider, which moves no money), or the name of an added one',
    }),
    settings: Type.Record(Type.String(), Type.String(), {
      description: 'For the provider’s own script, such as `publishable_key`',
    }),
  },
  { $id: 'PaymentSettings', description: 'The payment provider and its settings' },
);
export type PaymentSettings = Static<typeof PaymentSettings>;

export const PaymentMethod = Type.Object(
  {
    payment_method_id: Type.String({ description: 'The provider’s name for it: `pm_...`' }),
    brand: Type.String({
      description: '`visa`, `mastercard`, `amex` ...; for other means of payment, their kind: `klarna`',
    }),
    last4: Nullable(Type.String(), { description: 'The last four digits. Null: not a card' }),
    expiry: Nullable(Type.String(), { description: 'MM/YY. Null: not a card' }),
  },
  {
    $id: 'PaymentMethod',
    description: 'A means of payment, as the provider describes it, never with the whole number of a card',
  },
);
export type PaymentMethod = Static<typeof PaymentMethod>;

/** A card of the test provider. The shop rejects any other number, and stores it nowhere. */
export const TestCard = Type.Object(
  {
    number: Type.String({ maxLength: 60, description: 'Spaces and dashes are allowed' }),
    expiry: Type.String({ maxLength: 20, description: 'Month and year, such as 04/29' }),
    security_code: Type.String({ maxLength: 20, description: 'Three digits' }),
  },
  {
    $id: 'TestCard',
    additionalProperties: false,
    examples: [{ number: '4242 4242 4242 4242', expiry: '04/34', security_code: '123' }],
  },
);
export type TestCard = Static<typeof TestCard>;
