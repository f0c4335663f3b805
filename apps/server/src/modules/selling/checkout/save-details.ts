import type { CheckoutDetails, PostalAddress } from '@kindred/contracts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { type PaymentMethod, PaymentUnavailableError } from '../../../ports/payment-gateway.ts';
import type { PostalAddressColumn } from '../../../tables/index.ts';
import type { OrderContext } from '../orders/index.ts';
import type { Checkout } from './checkout.ts';
import { checkoutProblem } from './checkout-errors.ts';
import { findOpenCheckout, saveDetails } from './checkout-repository.ts';

/** @throws ProblemError `checkout-not-found`, `checkout-being-paid`, `invalid-request`, `payment-unavailable` */
export async function fillCheckout(
  { db, gateway }: OrderContext,
  owner: CartOwner,
  { email, shipping_address, shipping_method_id, payment_method, draft }: CheckoutDetails,
): Promise<Checkout> {
  const saved = await saveDetails(db, owner, {
    ...(email !== undefined && { email: email.trim() }),
    ...(shipping_address && { shippingAddress: wholeAddress(shipping_address) }),
    ...(shipping_method_id !== undefined && { shippingMethodId: shipping_method_id }),
    ...(payment_method !== undefined && { paymentMethod: await askFor(gateway, payment_method) }),
    ...(draft && { draft }),
  });
  if (saved) return saved;
  const current = await findOpenCheckout(db, owner);
  if (!current) throw checkoutProblem('checkout-not-found');
  throw checkoutProblem('checkout-being-paid', 'Wait for the payment, or cancel the order.');
}

/** Adds the optional fields that were left out. */
function wholeAddress(address: PostalAddress): PostalAddressColumn {
  return { line2: '', region: '', postal_code: '', phone: '', ...address };
}

/** Asks the provider about the payment method, because the shop does not trust the browser. */
async function askFor(gateway: OrderContext['gateway'], name: string): Promise<PaymentMethod> {
  try {
    const method = await gateway.findMethod(name);
    if (method) return method;
  } catch (error) {
    if (!(error instanceof PaymentUnavailableError)) throw error;
    throw checkoutProblem('payment-unavailable', 'You have not been charged. Please try again in a minute.');
  }
  throw invalidRequest([
    {
      in: 'body',
      pointer: '/payment_method',
      code: 'unknown-payment-method',
      message: 'payment method must be one that the payment provider issued',
    },
  ]);
}
