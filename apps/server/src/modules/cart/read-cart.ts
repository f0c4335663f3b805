import type { Cart, CartNotice } from '@kindred/contracts';
import type { Database } from '../../platform/postgres/database.ts';
import { type CartOwner, type CartStore, emptyCart, type StoredCart } from '../../ports/cart-store.ts';
import { findOffers, type Offer } from '../catalog/index.ts';
import { loadPricing, type Pricing } from '../pricing/index.ts';
import { presentCart } from './present-cart.ts';

export interface Carts {
  readonly db: Database;
  readonly cartStore: CartStore;
  readonly clock: () => Date;
}

const noPricing: Pick<Pricing, 'promotions' | 'unknownCodes'> = { promotions: [], unknownCodes: [] };

/** The products of a cart, and those of `known` besides: one query, none when all are known. */
export async function offersFor(
  db: Database,
  cart: StoredCart,
  known: ReadonlyMap<number, Offer> = new Map(),
): Promise<ReadonlyMap<number, Offer>> {
  const missing = cart.lines.map(({ productId }) => productId).filter((productId) => !known.has(productId));
  return missing.length === 0 ? known : new Map([...known, ...(await findOffers(db, missing))]);
}

/** A cart that was read or changed, with today's prices and stock. */
export async function showCart(
  { db, clock }: Carts,
  cart: StoredCart,
  after: { seen?: StoredCart; offers?: ReadonlyMap<number, Offer>; told?: readonly CartNotice[] } = {},
): Promise<Cart> {
  const [offers, pricing] = await Promise.all([
    offersFor(db, cart, after.offers),
    cart.promoCodes.length === 0 ? noPricing : loadPricing(db, { codes: cart.promoCodes }),
  ]);
  return presentCart({ ...after, cart, offers, pricing, now: clock() });
}

/** Undefined owner: somebody the shop does not know, whose cart is empty. */
export async function readCart(carts: Carts, owner: CartOwner | undefined): Promise<Cart> {
  return showCart(carts, owner ? await carts.cartStore.read(owner) : emptyCart);
}
