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
      { description: 'What has changed' },
    ),
    product_id: Nullable(ProductId, { description: 'The product. Null: the change concerns all of them' }),
    from: Nullable(Type.Integer(), {
      description:
        'The shown value: a quantity for `quantity` and `sold-out`, otherwise minor units. Null: unknown, or none',
    }),
    to: Nullable(Type.Integer(), { description: 'The current value' }),
    message: Type.String({ description: 'For the shopper' }),
  },
  { $id: 'CheckoutChange', description: 'One difference from what the shopper was shown' },
);
export type CheckoutChange = Static<typeof CheckoutChange>;
