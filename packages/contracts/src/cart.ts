import { type Static, Type } from 'typebox';
import { AskedProductId, ProductId, Uuid } from './id.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { PriceBreakdown, ShippingMethod } from './pricing.ts';
import { ProductSummary } from './product.ts';
import { FromSearch } from './search.ts';
import { CountryCode } from './typed-text.ts';

export const CartNotice = Type.Object(
  {
    kind: Type.Union(
      [
        Type.Literal('price-changed'),
        Type.Literal('quantity-clamped'),
        Type.Literal('out-of-stock'),
        Type.Literal('no-longer-sold'),
        Type.Literal('other-currency'),
      ],
      { description: 'What has changed' },
    ),
    product_id: ProductId,
    message: Type.String({ description: 'For the shopper' }),
    from: Nullable(Type.Integer(), {
      description: '`price-changed`: minor units; `quantity-clamped`: how many were wanted. Else null',
    }),
    to: Nullable(Type.Integer(), {
      description: '`price-changed`: minor units; `quantity-clamped`: how many it is. Else null',
    }),
    prices: Nullable(
      Type.Object({
        from: { ...Money, description: 'What was shown' },
        to: { ...Money, description: 'What it costs now' },
      }),
      { description: 'With `price-changed` alone' },
    ),
  },
  { $id: 'CartNotice', description: 'Something that its owner has not been told yet' },
);
export type CartNotice = Static<typeof CartNotice>;

const Color = Nullable(Type.String(), { description: 'Null: not known' });
const UnitPrice = Nullable(Money, { description: 'Today’s. Null: it cannot be bought' });
const Available = Type.Integer({ minimum: 0, description: 'How many could be bought' });
const Quantity = Type.Integer({ minimum: 1, description: 'How many of it' });

export const CartItem = Type.Object(
  {
    product: ProductSummary,
    color: Color,
    quantity: Quantity,
    unit_price: UnitPrice,
    subtotal: Nullable(Money, {
      description: 'All of them, before discounts and tax that is added. Null: it cannot be bought',
    }),
    available: Available,
    notices: Type.Array(CartNotice, { description: 'What has changed about it' }),
  },
  { $id: 'CartItem', description: 'A product in the cart' },
);
export type CartItem = Static<typeof CartItem>;

export const SavedItem = Type.Object(
  {
    product: ProductSummary,
    color: Color,
    quantity: Quantity,
    unit_price: UnitPrice,
    available: Available,
    notices: Type.Array(CartNotice, { description: 'What has changed since it was put aside' }),
  },
  { $id: 'SavedItem', description: 'What was put aside; it is not bought with the rest' },
);
export type SavedItem = Static<typeof SavedItem>;

export const CartEstimate = Type.Object(
  {
    country: CountryCode,
    shipping_method: Nullable(ShippingMethod, {
      description: 'The cheapest for what is in the cart. Null: nothing is sent there',
    }),
    breakdown: PriceBreakdown,
  },
  {
    $id: 'CartEstimate',
    description:
      'What the cart would come to for a country: what the checkout asks for with an address there and this way of sending',
  },
);
export type CartEstimate = Static<typeof CartEstimate>;

export const Cart = Type.Object(
  {
    items: Type.Array(CartItem, { description: 'In the order they were added' }),
    item_count: Type.Integer({ minimum: 0, description: 'All quantities together' }),
    currency: Nullable(Type.String(), { description: 'Of ISO 4217. Null: the cart is empty' }),
    promo_codes: Type.Array(Type.String(), { description: 'Those that were added' }),
    breakdown: Nullable(PriceBreakdown, {
      description:
        'Goods and discounts, without shipping and tax. Null: the cart is empty. Lines without a unit price do not count',
    }),
    estimate: Nullable(CartEstimate, {
      description:
        'For the country of the query, else the one that was chosen (PATCH /cart), else the shop’s. Null: the cart is empty',
    }),
    saved_items: Type.Array(SavedItem, { description: 'In the order they were put aside' }),
    merged_item_count: Nullable(Type.Integer({ minimum: 1 }), {
      description:
        'How many items waited in the account when what was in the browser’s cart came to them; until DELETE /cart/merge says that it was shown',
    }),
    notices: Type.Array(CartNotice, { description: 'Those of all items' }),
  },
  { $id: 'Cart', description: 'What somebody means to buy, at today’s prices' },
);
export type Cart = Static<typeof Cart>;

export const NewCart = Type.Object(
  {
    cart_id: Uuid('Names the cart to people; it opens nothing'),
    cart_token: Type.String({
      description:
        'A secret: whoever sends it in the header X-Cart-Token has this cart, its checkout and what a log-in makes of it',
    }),
    ...Cart.properties,
  },
  { $id: 'NewCart', description: 'A cart for a program' },
);
export type NewCart = Static<typeof NewCart>;

/** For the routes that use the caller's cart. */
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

export const CartChange = Type.Object(
  { country: { ...CountryCode, description: 'Where it goes: ISO 3166-1 alpha-2' } },
  { $id: 'CartChange', additionalProperties: false, examples: [{ country: 'DE' }] },
);
export type CartChange = Static<typeof CartChange>;

const quantity = (minimum: number, description: string) =>
  Type.Integer({ minimum, maximum: 99, description });

export const AddToCart = Type.Object(
  {
    product_id: AskedProductId,
    quantity: Type.Optional({ ...quantity(1, 'How many more of it'), default: 1 }),
    search_id: FromSearch,
  },
  { $id: 'AddToCart', additionalProperties: false, examples: [{ product_id: 1, quantity: 2 }] },
);
export type AddToCart = Static<typeof AddToCart>;

export const ChangeQuantity = Type.Object(
  { quantity: quantity(0, 'How many of it; 0 removes the product') },
  { $id: 'ChangeQuantity', additionalProperties: false, examples: [{ quantity: 3 }] },
);
export type ChangeQuantity = Static<typeof ChangeQuantity>;

export const AddPromoCode = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60, description: 'As it was typed' }) },
  { $id: 'AddPromoCode', additionalProperties: false, examples: [{ code: 'WELCOME10' }] },
);
export type AddPromoCode = Static<typeof AddPromoCode>;

export const CartMerge = Type.Object(
  {
    lines: Type.Array(
      Type.Object({
        product_id: ProductId,
        title: Nullable(Type.String(), { description: 'Null: the product is not there any more' }),
        from_visitor: Type.Integer({ minimum: 0, description: 'How many were in the visitor’s cart' }),
        from_user: Type.Integer({ minimum: 0, description: 'How many waited in the account' }),
        quantity: Type.Integer({ minimum: 1, description: 'How many there are now' }),
        clamped: Type.Boolean({ description: 'There is less of it than both carts held' }),
      }),
      { description: 'What is in the cart now' },
    ),
    promo_codes: Type.Array(Type.String(), { description: 'Those of both carts' }),
  },
  {
    $id: 'CartMerge',
    description: 'What became of the cart that a visitor had before they logged in',
  },
);
export type CartMerge = Static<typeof CartMerge>;
