import type { WishlistToCart } from '@kindred/contracts';
import type { CartOwner } from '../../ports/cart-store.ts';
import { addAllToCart, type Carts, readCart } from '../cart/index.ts';
import { findWishlistIds } from './wishlist-repository.ts';

/** One of each that is not in the cart already. The list stays as it is. */
export async function wishlistToCart(carts: Carts, owner: CartOwner | undefined): Promise<WishlistToCart> {
  const productIds = await findWishlistIds(carts.db, owner);
  if (!owner || productIds.length === 0)
    return { cart: await readCart(carts, owner), added: [], already_in_cart: [], not_added: [] };
  const { cart, added, alreadyInCart, notAdded } = await addAllToCart(carts, owner, productIds);
  return {
    cart,
    added,
    already_in_cart: alreadyInCart,
    not_added: notAdded.map(({ productId, title, reason }) => ({ product_id: productId, title, reason })),
  };
}
