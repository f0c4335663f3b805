import type { Cart } from '@kindred/contracts';
import type { CartOwner } from '../../ports/cart-store.ts';
import { loadPricing, normaliseCode, quote, type Refusal, refusalMessage } from '../pricing/index.ts';
import { maximumPromoCodes } from './cart.ts';
import { cartProblem, promoProblem } from './cart-errors.ts';
import { currencyOf, goodsOf } from './present-cart.ts';
import { type Carts, offersFor, showCart } from './read-cart.ts';

/** @throws ProblemError why the code does not count now */
export async function addPromoCode(carts: Carts, owner: CartOwner, typed: string): Promise<Cart> {
  const { db, cartStore, clock } = carts;
  const code = normaliseCode(typed);
  const cart = await cartStore.read(owner);
  const codes = cart.promoCodes.includes(code) ? cart.promoCodes : [...cart.promoCodes, code];
  const [offers, pricing] = await Promise.all([offersFor(db, cart), loadPricing(db, { codes })]);
  const currency = currencyOf(cart.lines, offers);
  if (currency === undefined) throw cartProblem('cart-empty', 'Please put something into the cart first.');
  if (codes.length > maximumPromoCodes)
    throw cartProblem('too-many-codes', `A cart takes ${maximumPromoCodes} promo codes.`);

  const unknown = pricing.unknownCodes.map((one): Refusal => ({ code: one, reason: 'unknown-code' }));
  const lines = goodsOf(cart.lines, offers, currency);
  const { refused } = quote({ lines, currency, promotions: pricing.promotions, now: clock() });
  const refusal = [...unknown, ...refused].find((one) => one.code === code);
  if (refusal) throw promoProblem(refusal.reason, refusalMessage(refusal, currency));

  const changed = await cartStore.update(owner, (now) => ({
    ...now,
    promoCodes: now.promoCodes.includes(code) ? now.promoCodes : [...now.promoCodes, code],
  }));
  return showCart(carts, changed, { offers });
}

/** Without a code: all of them. */
export async function removePromoCodes(carts: Carts, owner: CartOwner, typed?: string): Promise<Cart> {
  const code = typed === undefined ? undefined : normaliseCode(typed);
  const changed = await carts.cartStore.update(owner, (cart) => ({
    ...cart,
    promoCodes: code === undefined ? [] : cart.promoCodes.filter((one) => one !== code),
  }));
  return showCart(carts, changed);
}
