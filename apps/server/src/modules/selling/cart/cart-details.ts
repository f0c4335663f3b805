import type { Cart } from '@kindred/contracts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { accountGone } from './cart-errors.ts';
import { type Carts, showCart } from './read-cart.ts';

/** Sets the country for which the cart's total is estimated. */
export async function chooseCountry(carts: Carts, owner: CartOwner, country: string): Promise<Cart> {
  const cart = await carts.cartStore.update(owner, (before) => ({ ...before, country })).catch(accountGone);
  return showCart(carts, { owner, cart });
}

/** Removes the notice that two carts were merged, because the shopper has seen it. */
export async function forgetMerge(carts: Carts, owner: CartOwner): Promise<Cart> {
  const cart = await carts.cartStore.update(owner, (before) => ({ ...before, mergedItemCount: null }));
  return showCart(carts, { owner, cart });
}
