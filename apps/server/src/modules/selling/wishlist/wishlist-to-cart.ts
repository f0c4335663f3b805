import type { WishlistToCart } from '@kindred/contracts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { addAllToCart, type Carts, readCart } from '../cart/index.ts';
import { findWishlistIds } from './wishlist-repository.ts';

/** Adds one of each product that is not in the cart. The list stays as it is. */
export async function wishlistToCart(carts: Carts, owner: CartOwner | undefined): Promise<WishlistToCart> {
  const productIds = await findWishlistIds(carts.db, owner);
  if (!owner || productIds.length === 0)
    return { cart: await readCart(carts, owner), added: [], already_in_cart: [], not_added: [] };
  const wanted = productIds.map((productId) => ({ productId, quantity: 1 }));
  const { cart, lines } = await addAllToCart(carts, owner, wanted, { isMore: false });
  const idsOf = (some: typeof lines) => some.map(({ productId }) => productId);
  return {
    cart,
    added: idsOf(lines.filter(({ got }) => got > 0)),
    already_in_cart: idsOf(lines.filter(({ got, refusal }) => got === 0 && !refusal)),
    not_added: lines.flatMap(({ productId, title, refusal }) =>
      refusal
        ? [{ product_id: productId, title, reason: refusal === 'not-listed' ? 'not-for-sale' : refusal }]
        : [],
    ),
  };
}
