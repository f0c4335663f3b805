import { type Static, Type } from 'typebox';
import { Money } from './money.ts';
import { PriceBreakdown, ShippingMethod } from './pricing.ts';
import { ProductSummary } from './product.ts';
import { FromSearch } from './search.ts';
import { CountryCode } from './typed-text.ts';

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
  prices: Type.Union([Type.Object({ from: Money, to: Money }), Type.Null()], {
    description: 'With `price-changed` alone',
  }),
});
export type CartNotice = Static<typeof CartNotice>;

const Color = Type.Union([Type.String(), Type.Null()]);

export const CartItem = Type.Object({
  product: ProductSummary,
  color: Color,
  quantity: Type.Integer({ minimum: 1 }),
  unit_price: Type.Union([Money, Type.Null()], { description: 'Today’s; null: it cannot be bought' }),
  line_total: Type.Union([Money, Type.Null()], { description: 'Before discounts' }),
  available: Type.Integer({ minimum: 0, description: 'How many could be bought' }),
  notices: Type.Array(CartNotice),
});
export type CartItem = Static<typeof CartItem>;

/** What was put aside; it is not bought with the rest. */
export const SavedItem = Type.Object({
  product: Type.Object(ProductSummary.properties),
  color: Color,
  quantity: Type.Integer({ minimum: 1 }),
  unit_price: Type.Union([Money, Type.Null()], { description: 'Today’s; null: it cannot be bought' }),
  available: Type.Integer({ minimum: 0 }),
  notices: Type.Array(CartNotice, { description: 'What has changed since it was put aside' }),
});
export type SavedItem = Static<typeof SavedItem>;

/** What the cart would come to for a country: what the checkout asks for with an address there and this way of sending. */
export const CartEstimate = Type.Object({
  country: CountryCode,
  shipping_method: Type.Union([ShippingMethod, Type.Null()], {
    description: 'The cheapest for what is in the cart; null: nothing is sent there',
  }),
  // Named schemas may stand in another once.
  breakdown: Type.Object(PriceBreakdown.properties),
});
export type CartEstimate = Static<typeof CartEstimate>;

export const Cart = Type.Object(
  {
    items: Type.Array(CartItem, { description: 'In the order they were added' }),
    item_count: Type.Integer({ minimum: 0, description: 'All quantities together' }),
    currency: Type.Union([Type.String(), Type.Null()], { description: 'Null: the cart is empty' }),
    promo_codes: Type.Array(Type.String()),
    breakdown: Type.Union([PriceBreakdown, Type.Null()], {
      description:
        'Goods and discounts, without shipping and tax. Null: the cart is empty. Lines without a unit price do not count',
    }),
    estimate: Type.Union([CartEstimate, Type.Null()], {
      description:
        'For the country of the query, else the one that was chosen (PATCH /cart), else the shop’s. Null: the cart is empty',
    }),
    saved_items: Type.Array(SavedItem, { description: 'In the order they were put aside' }),
    merged_item_count: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      description:
        'How many items waited in the account when what was in the browser’s cart came to them; until DELETE /cart/merge says that it was shown',
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

export const CartQuery = Type.Object(
  { country: Type.Optional({ ...CountryCode, description: 'To estimate for, this once' }) },
  { additionalProperties: false },
);
export type CartQuery = Static<typeof CartQuery>;

/** Where it goes: remembered with the cart. */
export const CartChange = Type.Object({ country: CountryCode }, { additionalProperties: false });
export type CartChange = Static<typeof CartChange>;

const quantity = (minimum: number) => Type.Integer({ minimum, maximum: 99 });

export const AddToCart = Type.Object(
  {
    product_id: Type.Integer({ minimum: 1, maximum: 2147483647 }),
    quantity: Type.Optional({ ...quantity(1), default: 1 }),
    search_id: FromSearch,
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
