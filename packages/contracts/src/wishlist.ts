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
      description: 'The price when it was added. Null: it was not for sale, or the price is unknown',
    }),
  },
  { $id: 'WishlistItem', description: 'A product on a wishlist' },
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
      description: 'Whether the owner gets a mail when a product on it is cheaper or back in stock',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'Wishlist', description: 'A page of a wishlist' },
);
export type Wishlist = Static<typeof Wishlist>;

export const WishlistIds = Type.Object(
  { product_ids: Type.Array(ProductId, { description: 'All products, the newest first' }) },
  { $id: 'WishlistIds' },
);
export type WishlistIds = Static<typeof WishlistIds>;

export const NewWishlistItem = Type.Object(
  { product_id: AskedProductId },
  { $id: 'NewWishlistItem', additionalProperties: false, examples: [{ product_id: 1 }] },
);
export type NewWishlistItem = Static<typeof NewWishlistItem>;

export const WishlistChange = Type.Object(
  { mails_changes: Type.Boolean({ description: 'Whether to mail the owner' }) },
  { $id: 'WishlistChange', additionalProperties: false, examples: [{ mails_changes: true }] },
);
export type WishlistChange = Static<typeof WishlistChange>;

export const WishlistToCart = Type.Object(
  {
    cart: Cart,
    added: Type.Array(ProductId, { description: 'The added products, one of each' }),
    already_in_cart: Type.Array(ProductId, {
      description: 'Products that were already in the cart, unchanged',
    }),
    not_added: Type.Array(
      Type.Object({
        product_id: ProductId,
        title: Type.String({ description: 'The product’s title' }),
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
      { description: 'Products that cannot be bought, or do not fit in the cart' },
    ),
  },
  { $id: 'WishlistToCart' },
);
export type WishlistToCart = Static<typeof WishlistToCart>;
