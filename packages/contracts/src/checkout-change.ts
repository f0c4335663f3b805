import { type Static, Type } from 'typebox';
import { ProductId } from './id.ts';
import { Nullable } from './nullable.ts';

export const CheckoutChange = Type.Object(
  {
    kind: Type.Union(
      [
        Type.Literal('price'),
        Type.Literal('quantity'),
        Type.Literal('sold-out'),
        Type.Literal('discount'),
        Type.Literal('promo-code'),
        Type.Literal('shipping'),
        Type.Literal('shipping-method'),
        Type.Literal('tax'),
      ],
      { description: 'What is otherwise' },
    ),
    product_id: Nullable(ProductId, { description: 'Which product. Null: it is about all of them' }),
    from: Nullable(Type.Integer(), {
      description:
        'What was shown: how many, of `quantity` and `sold-out`; minor units otherwise. Null: not known, or none',
    }),
    to: Nullable(Type.Integer(), { description: 'What it is now' }),
    message: Type.String({ description: 'For the shopper' }),
  },
  { $id: 'CheckoutChange', description: 'One thing that is otherwise than the shopper was shown' },
);
export type CheckoutChange = Static<typeof CheckoutChange>;
