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
