import type { Cart, CartNotice } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type CartOwner, type CartStore, emptyCart, type StoredCart } from '../../../ports/cart-store.ts';
import { findOffers, type Offer } from '../../catalogue/catalog/index.ts';
import { listShippingMethods, loadPricing } from '../pricing/index.ts';
import { currencyOf, presentCart, quantityShown } from './present-cart.ts';

export interface Carts {
  readonly db: Database;
  readonly cartStore: CartStore;
  readonly clock: () => Date;
  /** What is estimated for while its owner has not said where to. */
  readonly defaultCountry: (owner: CartOwner | undefined) => Promise<string>;
}

/** The products of a cart, and those of `known` besides: one query, none when all are known. */
export async function offersFor(
  db: Database,
  cart: StoredCart,
  known: ReadonlyMap<number, Offer> = new Map(),
): Promise<ReadonlyMap<number, Offer>> {
  const missing = [...cart.lines, ...cart.saved]
    .map(({ productId }) => productId)
    .filter((productId) => !known.has(productId));
  return missing.length === 0 ? known : new Map([...known, ...(await findOffers(db, missing))]);
}

/** Whose uses of a code count before an email address is known. */
export function personBehind(owner: CartOwner | undefined) {
  return { email: null, userId: owner?.kind === 'user' ? owner.userId : null };
}

export interface ShownCart {
  /** Undefined: somebody the shop does not know. */
  readonly owner: CartOwner | undefined;
  readonly cart: StoredCart;
  /** As its owner has seen it before, when that is not what is stored (any more). */
  readonly seen?: StoredCart;
  readonly offers?: ReadonlyMap<number, Offer>;
  /** What a change has to say besides. */
  readonly told?: readonly CartNotice[];
  /** To estimate for, in place of the cart's own. */
  readonly country?: string | undefined;
}

/** A cart that was read or changed, with today's prices and stock. */
export async function showCart(
  { db, clock, defaultCountry }: Carts,
  { owner, country: asked, ...shown }: ShownCart,
): Promise<Cart> {
  const { cart } = shown;
  const [offers, country] = await Promise.all([
    offersFor(db, cart, shown.offers),
    asked ?? cart.country ?? defaultCountry(owner),
  ]);
  const currency = currencyOf(cart.lines, offers);
  const [pricing, shippingMethods] =
    currency === undefined
      ? [undefined, []]
      : await Promise.all([
          loadPricing(db, { codes: cart.promoCodes, country, currency, person: personBehind(owner) }),
          listShippingMethods(db, { country, currency }),
        ]);
  return presentCart({ ...shown, offers, pricing, shippingMethods, country, now: clock() });
}

/** Undefined owner: somebody the shop does not know, whose cart is empty. */
export async function readCart(
  carts: Carts,
  owner: CartOwner | undefined,
  { country }: { country?: string | undefined } = {},
): Promise<Cart> {
  const cart = owner ? await carts.cartStore.read(owner) : emptyCart;
  return showCart(carts, { owner, cart, country });
}

/** All quantities together, as the cart shows them. */
export async function countItems(
  { db, cartStore }: Pick<Carts, 'cartStore' | 'db'>,
  owner: CartOwner | undefined,
): Promise<number> {
  if (!owner) return 0;
  const { lines } = await cartStore.read(owner);
  const offers = await findOffers(
    db,
    lines.map(({ productId }) => productId),
  );
  const currency = currencyOf(lines, offers);
  return lines.reduce((count, line) => count + quantityShown(line, offers.get(line.productId), currency), 0);
}
