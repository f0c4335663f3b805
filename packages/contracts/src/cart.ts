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
      description:
        '`price-changed`: the old price in minor units; `quantity-clamped`: the requested quantity. Otherwise null',
    }),
    to: Nullable(Type.Integer(), {
      description:
        '`price-changed`: the new price in minor units; `quantity-clamped`: the new quantity. Otherwise null',
    }),
    prices: Nullable(
      Type.Object({
        from: { ...Money, description: 'The price that was shown' },
        to: { ...Money, description: 'The current price' },
      }),
      { description: 'Only with `price-changed`' },
    ),
  },
  { $id: 'CartNotice', description: 'A change that the owner has not seen yet' },
);
export type CartNotice = Static<typeof CartNotice>;

const Color = Nullable(Type.String(), { description: 'Null: unknown' });
const UnitPrice = Nullable(Money, { description: 'The current price. Null: the product cannot be bought' });
const Available = Type.Integer({ minimum: 0, description: 'The quantity that can be bought' });
const Quantity = Type.Integer({ minimum: 1, description: 'The quantity' });

export const CartItem = Type.Object(
  {
    product: ProductSummary,
    color: Color,
    quantity: Quantity,
    unit_price: UnitPrice,
    subtotal: Nullable(Money, {
      description:
        'The whole line, before discounts and before tax that is added. Null: the product cannot be bought',
    }),
    available: Available,
    notices: Type.Array(CartNotice, { description: 'What has changed about the item' }),
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
    notices: Type.Array(CartNotice, { description: 'What has changed since it was saved' }),
  },
  { $id: 'SavedItem', description: 'A product saved for later; it is not bought with the rest' },
);
export type SavedItem = Static<typeof SavedItem>;

export const CartEstimate = Type.Object(
  {
    country: CountryCode,
    shipping_method: Nullable(ShippingMethod, {
      description: 'The cheapest for this cart. Null: no method ships there',
    }),
    breakdown: PriceBreakdown,
  },
  {
    $id: 'CartEstimate',
    description:
      'The cart’s total for a country, as the checkout charges for an address there and this shipping method',
  },
);
export type CartEstimate = Static<typeof CartEstimate>;

export const Cart = Type.Object(
  {
    items: Type.Array(CartItem, { description: 'In the order in which they were added' }),
    item_count: Type.Integer({ minimum: 0, description: 'All quantities together' }),
    currency: Nullable(Type.String(), { description: 'An ISO 4217 code. Null: the cart is empty' }),
    promo_codes: Type.Array(Type.String(), { description: 'The added promo codes' }),
    breakdown: Nullable(PriceBreakdown, {
      description:
        'Goods and discounts, without shipping and tax. Null: the cart is empty. Lines without a unit price do not count',
    }),
    estimate: Nullable(CartEstimate, {
      description:
        'For the country in the query, otherwise the chosen one (PATCH /cart), otherwise the shop’s. Null: the cart is empty',
    }),
    saved_items: Type.Array(SavedItem, { description: 'In the order in which they were saved' }),
    merged_item_count: Nullable(Type.Integer({ minimum: 1 }), {
      description:
        'How many items the account’s cart had when the browser’s cart was merged into it. Reset by DELETE /cart/merge, once the shopper has seen it',
    }),
    notices: Type.Array(CartNotice, { description: 'The notices of all items' }),
  },
  { $id: 'Cart', description: 'The products that a shopper means to buy, at current prices' },
);
export type Cart = Static<typeof Cart>;

export const NewCart = Type.Object(
  {
    cart_id: Uuid('An id for people; it gives no access'),
    cart_token: Type.String({
      description:
        'A secret. A caller who sends it in the header X-Cart-Token has this cart, its checkout, and the cart into which a log-in merges it',
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
      description:
        'The token of the cart of a program without cookies and without an account, from POST /cart',
    }),
  ),
});

export const CartQuery = Type.Object(
  { country: Type.Optional({ ...CountryCode, description: 'The country for this estimate only' }) },
  { additionalProperties: false },
);
export type CartQuery = Static<typeof CartQuery>;

export const CartChange = Type.Object(
  { country: { ...CountryCode, description: 'The destination: ISO 3166-1 alpha-2' } },
  { $id: 'CartChange', additionalProperties: false, examples: [{ country: 'DE' }] },
);
export type CartChange = Static<typeof CartChange>;

const quantity = (minimum: number, description: string) =>
  Type.Integer({ minimum, maximum: 99, description });

export const AddToCart = Type.Object(
  {
    product_id: AskedProductId,
    quantity: Type.Optional({ ...quantity(1, 'The quantity to add'), default: 1 }),
    search_id: FromSearch,
  },
  { $id: 'AddToCart', additionalProperties: false, examples: [{ product_id: 1, quantity: 2 }] },
);
export type AddToCart = Static<typeof AddToCart>;

export const ChangeQuantity = Type.Object(
  { quantity: quantity(0, 'The new quantity; 0 removes the product') },
  { $id: 'ChangeQuantity', additionalProperties: false, examples: [{ quantity: 3 }] },
);
export type ChangeQuantity = Static<typeof ChangeQuantity>;

export const AddPromoCode = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 60, description: 'As typed' }) },
  { $id: 'AddPromoCode', additionalProperties: false, examples: [{ code: 'WELCOME10' }] },
);
export type AddPromoCode = Static<typeof AddPromoCode>;

export const CartMerge = Type.Object(
  {
    lines: Type.Array(
      Type.Object({
        product_id: ProductId,
        title: Nullable(Type.String(), { description: 'Null: the product no longer exists' }),
        from_visitor: Type.Integer({ minimum: 0, description: 'The quantity in the visitor’s cart' }),
        from_user: Type.Integer({ minimum: 0, description: 'The quantity in the account’s cart' }),
        quantity: Type.Integer({ minimum: 1, description: 'The quantity after the merge' }),
        clamped: Type.Boolean({ description: 'The stock is smaller than both carts together' }),
      }),
      { description: 'The contents after the merge' },
    ),
    promo_codes: Type.Array(Type.String(), { description: 'The codes of both carts' }),
  },
  {
    $id: 'CartMerge',
    description: 'The result of merging the cart from before the log-in',
  },
);
export type CartMerge = Static<typeof CartMerge>;
