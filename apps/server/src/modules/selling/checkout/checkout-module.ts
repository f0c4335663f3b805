import type { Module } from '../../../platform/module.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { checkoutJobs, checkoutSchedules } from './checkout-jobs.ts';
import { checkoutRoutes } from './checkout-routes.ts';

export function createCheckoutModule(context: CheckoutContext): Module {
  return {
    name: 'checkout',
    routes: [checkoutRoutes(context)],
    jobs: checkoutJobs({ db: context.orders.db }),
    schedules: checkoutSchedules,
  };
}
