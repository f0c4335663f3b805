import { type Static, Type } from 'typebox';

/** One thing that is otherwise than the shopper was shown. */
export const CheckoutChange = Type.Object({
  kind: Type.Union([
    Type.Literal('price'),
    Type.Literal('quantity'),
    Type.Literal('sold-out'),
    Type.Literal('discount'),
    Type.Literal('promo-code'),
    Type.Literal('shipping'),
    Type.Literal('shipping-method'),
    Type.Literal('tax'),
  ]),
  product_id: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  from: Type.Union([Type.Integer(), Type.Null()], {
    description:
      'What was shown: how many, of `quantity` and `sold-out`; minor units otherwise. Null: not known, or none',
  }),
  to: Type.Union([Type.Integer(), Type.Null()], { description: 'What it is now' }),
  message: Type.String({ description: 'For the shopper' }),
});
export type CheckoutChange = Static<typeof CheckoutChange>;
