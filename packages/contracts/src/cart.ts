import { type Static, Type } from 'typebox';
import { Money } from './money.ts';
import { PriceBreakdown } from './pricing.ts';
import { ProductSummary } from './product.ts';

export const CartNotice = Type.Object({
  kind: Type.Union([
    Type.Literal('price-changed'),
    Type.Literal('quantity-clamped'),
    Type.Literal('out-of-stock'),
    Type.Literal('no-longer-sold'),
    Type.Literal('other-currency'),
  ]),
  product_id: Type.Integer({ minimum: 1 }),
  message: Type.String({ description: 'For the shopper' }),
  from: Type.Union([Type.Integer(), Type.Null()], {
    description: '`price-changed`: minor units; `quantity-clamped`: how many were wanted',
  }),
  to: Type.Union([Type.Integer(), Type.Null()]),
});
export type CartNotice = Static<typeof CartNotice>;

export const CartItem = Type.Object({
  product: ProductSummary,
  quantity: Type.Integer({ minimum: 1 }),
  unit_price: Type.Union([Money, Type.Null()], { description: 'Today’s; null: it cannot be bought' }),
  line_total: Type.Union([Money, Type.Null()], { description: 'Before discounts' }),
  available: Type.Integer({ minimum: 0, description: 'How many could be bought' }),
  notices: Type.Array(CartNotice),
});
export type CartItem = Static<typeof CartItem>;

export const Cart = Type.Object(
  {
    items: Type.Array(CartItem, { description: 'In the order they were added' }),
    item_count: Type.Integer({ minimum: 0, description: 'All quantities together' }),
    currency: Type.Union([Type.String(), Type.Null()], { description: 'Null: the cart is empty' }),
    promo_codes: Type.Array(Type.String()),
    breakdown: Type.Union([PriceBreakdown, Type.Null()], {
      description:
        'Goods and discounts; shipping and tax are known at the checkout. Null: the cart is empty. Lines without a unit price do not count',
    }),
    notices: Type.Array(CartNotice, { description: 'Those of all items' }),
  },
  { $id: 'Cart' },
);
export type Cart = Static<typeof Cart>;

export const NewCart = Type.Object(
  {
    cart_id: Type.String({ format: 'uuid' }),
    cart_token: Type.String({
      description:
        'A secret: whoever sends it in the header X-Cart-Token has this cart, its checkout and what a log-in makes of it',
    }),
    ...Cart.properties,
  },
  { $id: 'NewCart' },
);
export type NewCart = Static<typeof NewCart>;

/** Of the routes of carts and checkouts. */
export const CartTokenHeader = Type.Object({
  'x-cart-token': Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Names the cart of a program without cookies and without an account: from POST /cart',
    }),
  ),
});

const quantity = (minimum: number) => Type.Integer({ minimum, maximum: 99 });

export const AddToCart = Type.Object(
  {
    product_id: Type.Integer({ minimum: 1, maximum: 2147483647 }),
    quantity: Type.Optional({ ...quantity(1), default: 1 }),
  },
  { additionalProperties: false },
);
export type AddToCart = Static<typeof AddToCart>;

export const ChangeQuantity = Type.Object(
  { quantity: { ...quantity(0), description: '0 removes the product' } },
  { additionalProperties: false },
);
export type ChangeQuantity = Static<typeof ChangeQuantity>;

export const AddPromoCode = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60 }) },
  { additionalProperties: false },
);
export type AddPromoCode = Static<typeof AddPromoCode>;

/** What became of the cart that a visitor had before they logged in. */
export const CartMerge = Type.Object(
  {
    lines: Type.Array(
      Type.Object({
        product_id: Type.Integer({ minimum: 1 }),
        title: Type.Union([Type.String(), Type.Null()]),
        from_visitor: Type.Integer({ minimum: 0 }),
        from_user: Type.Integer({ minimum: 0 }),
        quantity: Type.Integer({ minimum: 1 }),
        clamped: Type.Boolean({ description: 'There is less of it than both carts held' }),
      }),
    ),
    promo_codes: Type.Array(Type.String()),
  },
  { $id: 'CartMerge' },
);
export type CartMerge = Static<typeof CartMerge>;
