import { type Static, Type } from 'typebox';
import { Cart } from './cart.ts';
import { Money } from './money.ts';
import { ProductSummary } from './product.ts';

export const WishlistItem = Type.Object(
  {
    product: ProductSummary,
    added_at: Type.String({ format: 'date-time' }),
    added_price: Type.Union([Money, Type.Null()], {
      description: 'What it cost when it was added; null: it was not for sale, or that is not known',
    }),
  },
  { $id: 'WishlistItem' },
);
export type WishlistItem = Static<typeof WishlistItem>;

export const WishlistQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 24 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type WishlistQuery = Static<typeof WishlistQuery>;

export const Wishlist = Type.Object(
  {
    items: Type.Array(WishlistItem, { description: 'The newest first' }),
    total: Type.Integer({ minimum: 0 }),
    mails_changes: Type.Boolean({
      description: 'Whether its owner is mailed when something on it is cheaper or back in stock',
    }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Wishlist' },
);
export type Wishlist = Static<typeof Wishlist>;

export const WishlistIds = Type.Object(
  { product_ids: Type.Array(Type.Integer({ minimum: 1 }), { description: 'All of them, the newest first' }) },
  { $id: 'WishlistIds' },
);
export type WishlistIds = Static<typeof WishlistIds>;

export const NewWishlistItem = Type.Object(
  { product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) },
  { $id: 'NewWishlistItem', additionalProperties: false },
);
export type NewWishlistItem = Static<typeof NewWishlistItem>;

export const WishlistChange = Type.Object(
  { mails_changes: Type.Boolean() },
  { $id: 'WishlistChange', additionalProperties: false },
);
export type WishlistChange = Static<typeof WishlistChange>;

export const WishlistToCart = Type.Object(
  {
    cart: Cart,
    added: Type.Array(Type.Integer({ minimum: 1 }), { description: 'One of each' }),
    already_in_cart: Type.Array(Type.Integer({ minimum: 1 }), { description: 'Left as they were' }),
    not_added: Type.Array(
      Type.Object({
        product_id: Type.Integer({ minimum: 1 }),
        title: Type.String(),
        reason: Type.Union([
          Type.Literal('not-for-sale'),
          Type.Literal('out-of-stock'),
          Type.Literal('mixed-currencies'),
          Type.Literal('cart-full'),
        ]),
      }),
    ),
  },
  { $id: 'WishlistToCart' },
);
export type WishlistToCart = Static<typeof WishlistToCart>;
