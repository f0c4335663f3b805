import type { CartMerge } from '@kindred/contracts';
import { type CartOwner, emptyCart, type StoredCart } from '../../../ports/cart-store.ts';
import { findOffers, type Offer } from '../../catalogue/catalog/index.ts';
import { compatibleCodes, loadPricing, type Pricing, quote } from '../pricing/index.ts';
import { mergeCarts } from './cart.ts';
import { areSame } from './change-promo-codes.ts';
import { currencyOf, goodsOf, sellableOf } from './present-cart.ts';
import type { Carts } from './read-cart.ts';

const buysNothing = ({ lines, promoCodes }: StoredCart) => lines.length === 0 && promoCodes.length === 0;
const isEmpty = (cart: StoredCart) => buysNothing(cart) && cart.saved.length === 0 && cart.country === null;

/**
 * Moves the cart of a browser into the account's cart at log-in, in one transaction. Returns undefined if nothing was moved. If promo
 * codes cannot be combined, the better one moves. Quantities of both carts are added up, at most to the stock and to 99 (`mergeCarts`).
 * `onLogin` in `compose.ts` calls it, and then moves the visitor's checkout, wishlist and orders. If this step fails, the log-in succeeds and
 * the cart stays with the browser (`accounts/login.ts`).
 */
export async function mergeCartAtLogin(
  carts: Carts,
  { userId, visitorId }: { userId: string; visitorId: string | undefined },
): Promise<CartMerge | undefined> {
  if (visitorId === undefined) return undefined;
  const owners: readonly [CartOwner, CartOwner] = [
    { kind: 'visitor', visitorId },
    { kind: 'user', userId },
  ];
  let known = await Promise.all(owners.map((owner) => carts.cartStore.read(owner)));
  for (;;) {
    const { offers, promotions } = await lookUp(carts, known);
    const sellables = new Map([...offers].map(([productId, offer]) => [productId, sellableOf(offer)]));
    let merge: CartMerge | undefined;
    let other: StoredCart[] | undefined;
    await carts.cartStore.updateBoth(owners, (both) => {
      const [visitor, user] = both;
      [merge, other] = [undefined, undefined];
      if (isEmpty(visitor)) return both;
      if (!areSame(codesOf(both), codesOf(known))) {
        other = [...both];
        return both;
      }
      const { cart, lines } = mergeCarts({ visitor, user }, sellables);
      const promoCodes = codesThatCount(cart, offers, promotions, carts.clock());
      if (!buysNothing(visitor))
        merge = {
          promo_codes: promoCodes,
          lines: lines.map((line) => ({
            product_id: line.productId,
            title: offers.get(line.productId)?.product.title ?? null,
            from_visitor: line.fromVisitor,
            from_user: line.fromUser,
            quantity: line.quantity,
            clamped: line.isClamped,
          })),
        };
      return [emptyCart, { ...cart, promoCodes }];
    });
    if (!other) return merge;
    known = other;
  }
}

const codesOf = (carts: readonly StoredCart[]): string[] => [
  ...new Set(carts.flatMap(({ promoCodes }) => promoCodes)),
];

async function lookUp({ db }: Carts, carts: readonly StoredCart[]) {
  const codes = codesOf(carts);
  const [offers, pricing] = await Promise.all([
    findOffers(
      db,
      carts.flatMap(({ lines }) => lines.map(({ productId }) => productId)),
    ),
    codes.length === 0 ? { promotions: [] } : loadPricing(db, { codes }),
  ]);
  return { offers, promotions: pricing.promotions };
}

function codesThatCount(
  { lines, promoCodes }: StoredCart,
  offers: ReadonlyMap<number, Offer>,
  promotions: Pricing['promotions'],
  now: Date,
): string[] {
  const currency = currencyOf(lines, offers);
  const goods = currency === undefined ? [] : goodsOf(lines, offers, currency);
  const { applied } = quote({ lines: goods, currency: currency ?? '', promotions, now });
  return compatibleCodes(promoCodes, promotions, applied);
}
