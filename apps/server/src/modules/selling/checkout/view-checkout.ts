import type { Checkout as CheckoutResource, NextAction as NextActionResource } from '@kindred/contracts';
import type { NextAction } from '../../../ports/payment-gateway.ts';
import { findOrder, type Order, signOrderAccess } from '../orders/index.ts';
import { declineMessage, findPayment } from '../payments/index.ts';
import { listShippingMethods, shippingMethodName } from '../pricing/index.ts';
import type { Checkout } from './checkout.ts';
import { changesSince, lostMethod } from './checkout-changes.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { presentCheckout } from './present-checkout.ts';
import { priceBasket } from './price-basket.ts';

/** Returns the checkout with current prices, the shipping methods for its address, and notices for its owner. */
export async function viewCheckout(
  { orders, cartStore, clock }: CheckoutContext,
  checkout: Checkout,
): Promise<CheckoutResource> {
  const { db, secret } = orders;
  const { lines, promoCodes } = await cartStore.read(checkout.owner);
  const now = clock();
  const basket = await priceBasket(db, { checkout, lines, promoCodes, now });
  const { shippingMethodId, orderId } = checkout;
  const [shippingMethods, lost, lastFailure, payment] = await Promise.all([
    listShippingMethods(db, {
      country: checkout.shippingAddress?.country,
      currency: basket.quote.currency,
    }),
    shippingMethodId !== null && !basket.pricing.shippingMethod
      ? shippingMethodName(db, shippingMethodId).then(lostMethod)
      : undefined,
    failureOf(db, checkout),
    checkout.state === 'paying' && orderId !== null ? findPayment(db, orderId) : undefined,
  ]);
  const wanted = lines.map(({ productId, quantity }) => ({ product_id: productId, quantity }));
  const notices = [
    ...changesSince({ lines: wanted }, basket).filter(({ kind }) => kind !== 'promo-code'),
    ...(lost ? [lost] : []),
  ];
  return presentCheckout({
    checkout,
    basket,
    shippingMethods,
    notices,
    lastFailure,
    payment: payment
      ? {
          access_token: await signOrderAccess(secret, payment.orderId),
          next_action: presentNextAction(payment.nextAction),
        }
      : null,
    now,
  });
}

export function presentNextAction(nextAction: NextAction | null): NextActionResource | null {
  if (!nextAction) return null;
  return {
    ...(nextAction.redirectUrl && { redirect_url: nextAction.redirectUrl }),
    ...(nextAction.clientSecret && { client_secret: nextAction.clientSecret }),
  };
}

/** Returns why the last attempt failed, until another payment method is chosen. It returns nothing if the shopper cancelled. */
async function failureOf(
  db: CheckoutContext['orders']['db'],
  { lastOrderId, paymentMethod, state }: Checkout,
): Promise<CheckoutResource['last_failure']> {
  if (lastOrderId === null || paymentMethod !== null || state !== 'open') return null;
  const [order, payment] = await Promise.all([findOrder(db, lastOrderId), findPayment(db, lastOrderId)]);
  const reason = order?.cancelledBecause;
  if (!reason || reason === 'by-shopper') return null;
  const failureCode = payment?.failureCode ?? null;
  return { code: failureCode ?? reason, message: failureText(reason, failureCode) };
}

/** Says why an order was not paid. */
export function failureText(reason: Order['cancelledBecause'], failureCode: string | null): string {
  switch (reason) {
    case 'not-paid-in-time':
      return 'The payment was not completed in time. You have not been charged.';
    case 'by-shop':
      return 'We had to cancel the order. You have not been charged.';
    case 'by-shopper':
      return 'You cancelled the order. You have not been charged.';
    default:
      return declineMessage(failureCode);
  }
}
