export type { CheckoutContext } from './checkout-context.ts';
export { checkoutJobs, checkoutSchedules } from './checkout-jobs.ts';
export { adoptCheckout } from './checkout-repository.ts';
export { checkoutRoutes } from './checkout-routes.ts';
export { confirmCheckout } from './confirm-checkout.ts';
export { completeCheckout, reopenCheckout } from './follow-order.ts';
