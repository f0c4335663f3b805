import { type Static, Type } from 'typebox';
import { ProductSummary } from './product.ts';

export const WishlistItem = Type.Object(
  { product: ProductSummary, added_at: Type.String({ format: 'date-time' }) },
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
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Wishlist' },
);
export type Wishlist = Static<typeof Wishlist>;

export const NewWishlistItem = Type.Object(
  { product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) },
  { $id: 'NewWishlistItem', additionalProperties: false },
);
export type NewWishlistItem = Static<typeof NewWishlistItem>;
