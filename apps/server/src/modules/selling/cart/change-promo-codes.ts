import type { Cart } from '@kindred/contracts';
import type { CartOwner, StoredCart } from '../../../ports/cart-store.ts';
import {
  compatibleCodes,
  loadPricing,
  normaliseCode,
  quote,
  type Refusal,
  refusalMessage,
} from '../pricing/index.ts';
import { maximumPromoCodes } from './cart.ts';
import { cartProblem, promoProblem } from './cart-errors.ts';
import { currencyOf, goodsOf } from './present-cart.ts';
import { type Carts, offersFor, personBehind, showCart } from './read-cart.ts';

/**
 * Adds a code. If codes cannot be combined, the better one replaces the others. This is decided outside the cart's lock, so it is decided
 * again if the cart has other codes by the time it is changed.
 * @throws ProblemError with the reason why the code does not apply now
 */
export async function addPromoCode(carts: Carts, owner: CartOwner, typed: string): Promise<Cart> {
  const code = normaliseCode(typed);
  let judged = await carts.cartStore.read(owner);
  for (;;) {
    const { promoCodes, offers } = await withCode(carts, { owner, cart: judged }, code);
    let other: StoredCart | undefined;
    const changed = await carts.cartStore.update(owner, (cart) => {
      other = areSame(cart.promoCodes, judged.promoCodes) ? undefined : cart;
      return other ? cart : { ...cart, promoCodes };
    });
    if (!other) return showCart(carts, { owner, cart: changed, offers });
    judged = other;
  }
}

/** @throws ProblemError */
async function withCode(
  { db, clock }: Carts,
  { owner, cart }: { owner: CartOwner; cart: StoredCart },
  code: string,
) {
  const codes = cart.promoCodes.includes(code) ? cart.promoCodes : [...cart.promoCodes, code];
  const [offers, pricing] = await Promise.all([
    offersFor(db, cart),
    loadPricing(db, { codes, person: personBehind(owner) }),
  ]);
  const currency = currencyOf(cart.lines, offers);
  if (currency === undefined) throw cartProblem('cart-empty', 'Please add something to the cart first.');
  if (codes.length > maximumPromoCodes)
    throw cartProblem('too-many-codes', `A cart takes ${maximumPromoCodes} promo codes.`);

  const unknown = pricing.unknownCodes.map((one): Refusal => ({ code: one, reason: 'unknown-code' }));
  const lines = goodsOf(cart.lines, offers, currency);
  const { promotions, personUses } = pricing;
  const { applied, refused } = quote({ lines, currency, promotions, personUses, now: clock() });
  const refusal = [...unknown, ...refused].find((one) => one.code === code);
  if (refusal) throw promoProblem(refusal.reason, refusalMessage(refusal, currency));
  return { promoCodes: compatibleCodes(codes, promotions, applied), offers };
}

export function areSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((code) => others.includes(code));
}

/** Removes one code, or all codes if none is named. */
export async function removePromoCodes(carts: Carts, owner: CartOwner, typed?: string): Promise<Cart> {
  const code = typed === undefined ? undefined : normaliseCode(typed);
  const changed = await carts.cartStore.update(owner, (cart) => ({
    ...cart,
    promoCodes: code === undefined ? [] : cart.promoCodes.filter((one) => one !== code),
  }));
  return showCart(carts, { owner, cart: changed });
}
