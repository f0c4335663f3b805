import type { Cart } from '@kindred/contracts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { accountGone } from './cart-errors.ts';
import { type Carts, showCart } from './read-cart.ts';

/** Where it goes: what the cart comes to is estimated for it from now on. */
export async function chooseCountry(carts: Carts, owner: CartOwner, country: string): Promise<Cart> {
  const cart = await carts.cartStore.update(owner, (before) => ({ ...before, country })).catch(accountGone);
  return showCart(carts, { owner, cart });
}

/** That two carts were put together is told once: it was. */
export async function forgetMerge(carts: Carts, owner: CartOwner): Promise<Cart> {
  const cart = await carts.cartStore.update(owner, (before) => ({ ...before, mergedItemCount: null }));
  return showCart(carts, { owner, cart });
}
