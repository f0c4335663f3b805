import type { CheckoutChange, Problem } from '@kindred/contracts';
import { ProblemError, problemsOf } from '../../../platform/http/problem.ts';

export const checkoutProblem = problemsOf({
  'checkout-not-found': { status: 404, title: 'This checkout does not exist' },
  'order-not-found': { status: 404, title: 'This order does not exist' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'checkout-incomplete': { status: 409, title: 'The checkout is not complete' },
  'checkout-being-paid': { status: 409, title: 'This checkout is being paid' },
  'cart-empty': { status: 409, title: 'The cart is empty' },
  'not-for-sale': { status: 409, title: 'Something in the cart is no longer sold' },
  'mixed-currencies': { status: 409, title: 'The cart has prices in different currencies' },
  'out-of-stock': { status: 409, title: 'Something in the cart is out of stock' },
  'promo-refused': { status: 409, title: 'A promo code cannot be used' },
  'shipping-method-unavailable': {
    status: 409,
    title: 'This shipping method is not available for the address',
  },
  'cart-changed': { status: 409, title: 'The cart has changed' },
  'total-changed': { status: 409, title: 'The total has changed' },
  'payment-declined': { status: 402, title: 'The payment was declined' },
  'payment-unavailable': { status: 503, title: 'The payment provider does not answer' },
});

/** Nothing was charged, because the checkout differs from what the shopper was shown. */
export function checkoutChanged(
  code: 'cart-changed' | 'out-of-stock' | 'promo-refused' | 'shipping-method-unavailable' | 'total-changed',
  {
    detail,
    changes,
    totals,
  }: {
    detail: string;
    changes: readonly CheckoutChange[];
    totals?: NonNullable<Problem['totals']> | undefined;
  },
): ProblemError {
  const { problem } = checkoutProblem(code, detail);
  return new ProblemError({ ...problem, changes: [...changes], ...(totals && { totals }) });
}
