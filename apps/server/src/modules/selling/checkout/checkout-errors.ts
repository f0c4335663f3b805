import type { CheckoutChange, Problem } from '@kindred/contracts';
import { ProblemError, problemsOf } from '../../../platform/http/problem.ts';

export const checkoutProblem = problemsOf({
  'checkout-not-found': { status: 404, title: 'There is no such checkout' },
  'order-not-found': { status: 404, title: 'There is no such order' },
  'account-gone': { status: 401, title: 'This account no longer exists' },
  'checkout-incomplete': { status: 409, title: 'Something has to be filled in first' },
  'checkout-being-paid': { status: 409, title: 'This checkout is being paid' },
  'cart-empty': { status: 409, title: 'The cart is empty' },
  'not-for-sale': { status: 409, title: 'Something in the cart is no longer sold' },
  'mixed-currencies': { status: 409, title: 'The cart holds prices in different currencies' },
  'out-of-stock': { status: 409, title: 'Something in the cart is out of stock' },
  'promo-refused': { status: 409, title: 'A promo code cannot be used (any more)' },
  'shipping-method-unavailable': { status: 409, title: 'This way of sending is not offered there' },
  'cart-changed': { status: 409, title: 'The cart is not what was shown' },
  'total-changed': { status: 409, title: 'The total has changed' },
  'payment-declined': { status: 402, title: 'The payment was declined' },
  'payment-unavailable': { status: 503, title: 'The payment provider does not answer' },
});

/** Nothing was charged, since the checkout is not as the shopper was shown it. */
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
