import type { Api } from '../api.ts';
import type { Wishlist, WishlistIds, WishlistItem, WishlistQuery, WishlistToCart } from '../contracts.ts';

/** What somebody would like to have. */
export function wishlistMethods({ get, send }: Api) {
  return {
    /** Of whoever asks, with or without an account. */
    wishlist: (query: WishlistQuery = {}) => get<Wishlist>('/wishlist', query),
    wishlistIds: () => get<WishlistIds>('/wishlist/ids'),
    addToWishlist: (productId: number) => send<WishlistItem>('POST', '/wishlist', { product_id: productId }),
    removeFromWishlist: (productId: number) => send<void>('DELETE', `/wishlist/${productId}`),
    wishlistToCart: () => send<WishlistToCart>('POST', '/wishlist/add-to-cart'),
    /** Asks to be mailed, or no longer, when something on the list is cheaper or back in stock. */
    mailWishlistChanges: (mailsChanges: boolean) =>
      send<void>('PATCH', '/me/wishlist', { mails_changes: mailsChanges }),
  };
}
