import type { Cart } from '@kindred/contracts';
import type { CartOwner, StoredCart } from '../../ports/cart-store.ts';
import { findOffers } from '../catalog/index.ts';
import { acknowledgePrices, addLine, maximumLines } from './cart.ts';
import { accountGone } from './cart-errors.ts';
import { currencyOf, sellableOf } from './present-cart.ts';
import { type Carts, showCart } from './read-cart.ts';

interface NotAdded {
  readonly productId: number;
  readonly title: string;
  readonly reason: 'cart-full' | 'mixed-currencies' | 'not-for-sale' | 'out-of-stock';
}

interface Added {
  readonly cart: Cart;
  readonly added: number[];
  readonly alreadyInCart: number[];
  readonly notAdded: NotAdded[];
}

/**
 * One of each of these products, in their order. What is in the cart already is left as it is, and what cannot be added keeps
 * nothing else out.
 * @throws ProblemError `account-gone`
 */
export async function addAllToCart(
  carts: Carts,
  owner: CartOwner,
  productIds: readonly number[],
): Promise<Added> {
  const { db, cartStore, clock } = carts;
  const { lines } = await cartStore.read(owner);
  const offers = await findOffers(db, [...productIds, ...lines.map(({ productId }) => productId)]);
  // The rest of the cart has not been looked at.
  const looked = [...offers].filter(([id]) => productIds.includes(id));
  const sellables = new Map(looked.map(([id, offer]) => [id, sellableOf(offer)]));
  const addedAt = clock().toISOString();
  let seen: StoredCart | undefined;
  let told: Omit<Added, 'cart'> | undefined;

  const changed = await cartStore
    .update(owner, (before) => {
      seen = before;
      told = { added: [], alreadyInCart: [], notAdded: [] };
      let cart = before;
      for (const productId of productIds) {
        if (cart.lines.some((line) => line.productId === productId)) {
          told.alreadyInCart.push(productId);
          continue;
        }
        const offer = offers.get(productId);
        if (!offer) continue;
        const { price, available } = sellableOf(offer);
        const paidIn = currencyOf(cart.lines, offers);
        const refuse = (reason: NotAdded['reason']) =>
          told?.notAdded.push({ productId, title: offer.product.title, reason });
        if (!price) refuse('not-for-sale');
        else if (available === 0) refuse('out-of-stock');
        else if (paidIn !== undefined && paidIn !== price.currency) refuse('mixed-currencies');
        else if (cart.lines.length >= maximumLines) refuse('cart-full');
        else {
          const { amount_minor: seenPriceMinor, currency } = price;
          cart = addLine(cart, { productId, quantity: 1, seenPriceMinor, currency, addedAt }, available);
          told.added.push(productId);
        }
      }
      return acknowledgePrices(cart, sellables);
    })
    .catch(accountGone);
  return { cart: await showCart(carts, { owner, cart: changed, ...(seen && { seen }), offers }), ...told! };
}
