import { type Api, part } from '../api.ts';
import type {
  Cart,
  CartChange,
  CartQuery,
  NewCart,
  ShippingMethodList,
  ShippingMethodQuery,
} from '../contracts.ts';

/** The cart of the logged-in user, or of the guest who has its token. */
export function cartMethods({ get, send, session }: Api) {
  return {
    /** Creates a guest's cart and keeps its token: all later requests use this cart. */
    async createCart() {
      const cart = await send<NewCart>('POST', '/cart');
      await session.keep({ cartToken: cart.cart_token });
      return cart;
    },
    cart: (query: CartQuery = {}) => get<Cart>('/cart', query),
    changeCart: (change: CartChange) => send<Cart>('PATCH', '/cart', change),
    /** `searchId`: the search that led to the product. */
    addToCart: (productId: number, quantity = 1, { searchId }: { searchId?: string | undefined } = {}) =>
      send<Cart>('POST', '/cart/items', { product_id: productId, quantity, search_id: searchId }),
    changeQuantity: (productId: number, quantity: number) =>
      send<Cart>('PATCH', `/cart/items/${productId}`, { quantity }),
    removeFromCart: (productId: number) => send<Cart>('DELETE', `/cart/items/${productId}`),
    saveForLater: (productId: number) => send<Cart>('POST', `/cart/items/${productId}/save-for-later`),
    moveToCart: (productId: number) => send<Cart>('POST', `/cart/saved/${productId}/move-to-cart`),
    removeSaved: (productId: number) => send<Cart>('DELETE', `/cart/saved/${productId}`),
    /** Confirms that the shopper has seen which items of an earlier visit are in the cart again. */
    forgetMerge: () => send<Cart>('DELETE', '/cart/merge'),
    addPromoCode: (code: string) => send<Cart>('POST', '/cart/promo', { code }),
    removePromoCode: (code: string) => send<Cart>('DELETE', `/cart/promo/${part(code)}`),
    removePromoCodes: () => send<Cart>('DELETE', '/cart/promo'),
    shippingMethods: (query: ShippingMethodQuery = {}) => get<ShippingMethodList>('/shipping-methods', query),
  };
}
