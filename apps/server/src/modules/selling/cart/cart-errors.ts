import { problemsOf } from '../../../platform/http/problem.ts';
import { CartOwnerGoneError } from '../../../ports/cart-store.ts';

export const cartProblem = problemsOf({
  'invalid-cart-token': { status: 401, title: 'This token does not belong to a cart' },
  'not-in-cart': { status: 404, title: 'This product is not in the cart' },
  'not-for-sale': { status: 409, title: 'This product cannot be bought' },
  'out-of-stock': { status: 409, title: 'This product is out of stock' },
  'mixed-currencies': { status: 409, title: 'The cart has prices in another currency' },
  'cart-full': { status: 409, title: 'The cart is full' },
  'not-saved': { status: 404, title: 'This product is not saved for later' },
  'saved-full': { status: 409, title: 'The list of products saved for later is full' },
  'cart-empty': { status: 409, title: 'The cart is empty' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'too-many-codes': { status: 409, title: 'The cart has too many promo codes already' },
});

/** Translates a cart store's error if the caller's account was deleted meanwhile. */
export function accountGone(error: unknown): never {
  throw error instanceof CartOwnerGoneError ? cartProblem('account-gone') : error;
}

/** Why a promo code was not accepted. The codes are the reasons of `modules/selling/pricing`. */
export const promoProblem = problemsOf({
  'unknown-code': { status: 422, title: 'This promo code does not exist' },
  'not-active': { status: 409, title: 'The promo code is not active' },
  'not-started': { status: 409, title: 'The promo code is not valid yet' },
  expired: { status: 409, title: 'The promo code is no longer valid' },
  'used-up': { status: 409, title: 'The promo code has been used up' },
  'used-up-by-you': { status: 409, title: 'You have used the promo code before' },
  'other-currency': { status: 409, title: 'The promo code is for another currency' },
  'minimum-spend': { status: 409, title: 'The promo code needs a larger cart' },
  'not-combinable': { status: 409, title: 'The promo code cannot be combined with the others' },
});
