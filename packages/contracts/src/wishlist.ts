import { type Static, Type } from 'typebox';
import { Cart } from './cart.ts';
import { AskedProductId, ProductId } from './id.ts';
import { Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor, Total } from './paging.ts';
import { ProductSummary } from './product.ts';

export const WishlistItem = Type.Object(
  {
    product: ProductSummary,
    added_at: Moment('When it was added'),
    added_price: Nullable(Money, {
      description: 'What it cost when it was added. Null: it was not for sale, or that is not known',
    }),
  },
  { $id: 'WishlistItem', description: 'A product that somebody would like to have' },
);
export type WishlistItem = Static<typeof WishlistItem>;

export const WishlistQuery = Type.Object(
  {
    limit: Limit(100, 24),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type WishlistQuery = Static<typeof WishlistQuery>;

export const Wishlist = Type.Object(
  {
    items: Type.Array(WishlistItem, { description: 'The newest first' }),
    total: Total,
    mails_changes: Type.Boolean({
      description: 'Whether its owner is mailed when something on it is cheaper or back in stock',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'Wishlist', description: 'A page of what somebody would like to have' },
);
export type Wishlist = Static<typeof Wishlist>;

export const WishlistIds = Type.Object(
  { product_ids: Type.Array(ProductId, { description: 'All of them, the newest first' }) },
  { $id: 'WishlistIds' },
);
export type WishlistIds = Static<typeof WishlistIds>;

export const NewWishlistItem = Type.Object(
  { product_id: AskedProductId },
  { $id: 'NewWishlistItem', additionalProperties: false, examples: [{ product_id: 1 }] },
);
export type NewWishlistItem = Static<typeof NewWishlistItem>;

export const WishlistChange = Type.Object(
  { mails_changes: Type.Boolean({ description: 'Whether its owner wants to be mailed' }) },
  { $id: 'WishlistChange', additionalProperties: false, examples: [{ mails_changes: true }] },
);
export type WishlistChange = Static<typeof WishlistChange>;

export const WishlistToCart = Type.Object(
  {
    cart: Cart,
    added: Type.Array(ProductId, { description: 'One of each' }),
    already_in_cart: Type.Array(ProductId, { description: 'Left as they were' }),
    not_added: Type.Array(
      Type.Object({
        product_id: ProductId,
        title: Type.String({ description: 'Of the product' }),
        reason: Type.Union(
          [
            Type.Literal('not-for-sale'),
            Type.Literal('out-of-stock'),
            Type.Literal('mixed-currencies'),
            Type.Literal('cart-full'),
          ],
          { description: 'Stable, for programs' },
        ),
      }),
      { description: 'What cannot be bought, or has no room' },
    ),
  },
  { $id: 'WishlistToCart' },
);
export type WishlistToCart = Static<typeof WishlistToCart>;
