import type { Api } from '../api.ts';
import type { Wishlist, WishlistIds, WishlistItem, WishlistQuery, WishlistToCart } from '../contracts.ts';

/** The wishlist. */
export function wishlistMethods({ get, send }: Api) {
  return {
    /** Returns the caller's wishlist, with or without an account. */
    wishlist: (query: WishlistQuery = {}) => get<Wishlist>('/wishlist', query),
    wishlistIds: () => get<WishlistIds>('/wishlist/ids'),
    addToWishlist: (productId: number) => send<WishlistItem>('POST', '/wishlist', { product_id: productId }),
    removeFromWishlist: (productId: number) => send<void>('DELETE', `/wishlist/${productId}`),
    wishlistToCart: () => send<WishlistToCart>('POST', '/wishlist/add-to-cart'),
    /** Turns mails on or off for products on the list that are cheaper or back in stock. */
    mailWishlistChanges: (mailsChanges: boolean) =>
      send<void>('PATCH', '/me/wishlist', { mails_changes: mailsChanges }),
  };
}
