import type { Cart } from '@kindred/contracts';
import type { CartOwner, StoredCart } from '../../../ports/cart-store.ts';
import { findOffers, type Offer } from '../../catalogue/catalog/index.ts';
import { acknowledgePrices, addLine, maximumLines } from './cart.ts';
import { accountGone } from './cart-errors.ts';
import { currencyOf, sellableOf } from './present-cart.ts';
import { type Carts, showCart } from './read-cart.ts';

export interface Wanted {
  readonly productId: number;
  readonly quantity: number;
}

/** The result for one of the products. */
export interface AddedLine extends Wanted {
  readonly title: string;
  /** How many were added to the cart, and how many of it the cart has now. */
  readonly got: number;
  readonly inCart: number;
  /** Why none was added. */
  readonly refusal?: 'cart-full' | 'mixed-currencies' | 'not-for-sale' | 'not-listed' | 'out-of-stock';
}

/**
 * Puts all of these products into the cart, up to the available stock. A product that is already in the cart gets more units only with
 * `isMore`. A product that cannot be added does not stop the others.
 * @throws ProblemError `account-gone`
 */
export async function addAllToCart(
  carts: Carts,
  owner: CartOwner,
  wanted: readonly Wanted[],
  { isMore }: { isMore: boolean },
): Promise<{ cart: Cart; lines: readonly AddedLine[] }> {
  const { db, cartStore, clock } = carts;
  const known = await cartStore.read(owner);
  const offers = await findOffers(
    db,
    [...wanted, ...known.lines].map(({ productId }) => productId),
  );
  // The shopper has not seen the rest of the cart.
  const looked = wanted.flatMap(({ productId }) => {
    const offer = offers.get(productId);
    return offer ? [[productId, sellableOf(offer)] as const] : [];
  });
  const addedAt = clock().toISOString();
  let seen = known;
  let lines: AddedLine[] = [];

  const changed = await cartStore
    .update(owner, (before) => {
      seen = before;
      lines = [];
      let cart = before;
      for (const one of wanted) {
        if (!offers.has(one.productId)) continue;
        const result = withOne(cart, offers, one, { isMore, addedAt });
        cart = result.cart;
        lines.push(result.line);
      }
      return acknowledgePrices(cart, new Map(looked));
    })
    .catch(accountGone);
  return { cart: await showCart(carts, { owner, cart: changed, seen, offers }), lines };
}

function withOne(
  cart: StoredCart,
  offers: ReadonlyMap<number, Offer>,
  { productId, quantity }: Wanted,
  { isMore, addedAt }: { isMore: boolean; addedAt: string },
): { cart: StoredCart; line: AddedLine } {
  const unitsIn = (one: StoredCart) => one.lines.find((line) => line.productId === productId)?.quantity ?? 0;
  const before = unitsIn(cart);
  const offer = offers.get(productId)!;
  const line = { productId, quantity, title: offer.product.title, got: 0, inCart: before };
  const refuse = (refusal: NonNullable<AddedLine['refusal']>) => ({ cart, line: { ...line, refusal } });
  if (before > 0 && !isMore) return { cart, line };
  if (!offer.isListed) return refuse('not-listed');
  const { price, available } = sellableOf(offer);
  if (!price) return refuse('not-for-sale');
  if (available === 0) return refuse('out-of-stock');
  const paidIn = currencyOf(cart.lines, offers);
  if (paidIn !== undefined && paidIn !== price.currency) return refuse('mixed-currencies');
  if (before === 0 && cart.lines.length >= maximumLines) return refuse('cart-full');
  const { amount_minor: seenPriceMinor, currency } = price;
  const after = addLine(cart, { productId, quantity, seenPriceMinor, currency, addedAt }, available);
  const inCart = unitsIn(after);
  return { cart: after, line: { ...line, got: Math.max(0, inCart - before), inCart } };
}
