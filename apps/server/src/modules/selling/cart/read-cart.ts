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
  /** The country for the estimate until the owner chooses one. */
  readonly defaultCountry: (owner: CartOwner | undefined) => Promise<string>;
}

/** Returns the products of a cart and those of `known`, with one query, or none if all are known. */
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

/** The person whose uses of a code count before an email address is known. */
export function personBehind(owner: CartOwner | undefined) {
  return { email: null, userId: owner?.kind === 'user' ? owner.userId : null };
}

export interface ShownCart {
  /** Undefined for a caller that the shop does not know. */
  readonly owner: CartOwner | undefined;
  readonly cart: StoredCart;
  /** The cart as its owner last saw it, if it differs from the stored one. */
  readonly seen?: StoredCart;
  readonly offers?: ReadonlyMap<number, Offer>;
  /** Additional notices of a change. */
  readonly told?: readonly CartNotice[];
  /** The country for the estimate, instead of the cart's own. */
  readonly country?: string | undefined;
}

/** Presents a cart with current prices and stock. */
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

/** Without an owner, the caller is unknown and the cart is empty. */
export async function readCart(
  carts: Carts,
  owner: CartOwner | undefined,
  { country }: { country?: string | undefined } = {},
): Promise<Cart> {
  const cart = owner ? await carts.cartStore.read(owner) : emptyCart;
  return showCart(carts, { owner, cart, country });
}

/** Returns the sum of all quantities, as the cart shows them. */
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
