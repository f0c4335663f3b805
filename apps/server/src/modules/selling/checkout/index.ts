export type { CheckoutContext } from './checkout-context.ts';
export { createCheckoutModule } from './checkout-module.ts';
export { adoptCheckout } from './checkout-repository.ts';
export { confirmCheckout } from './confirm-checkout.ts';
export { completeCheckout, reopenCheckout } from './follow-order.ts';
