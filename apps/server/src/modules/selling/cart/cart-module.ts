import type { Module } from '../../../platform/module.ts';
import { cartJobs, cartSchedules } from './cart-jobs.ts';
import { type CartRouteOptions, cartRoutes } from './cart-routes.ts';
import { registerCartToken } from './cart-token.ts';
import type { Carts } from './read-cart.ts';

export interface CartModule extends Module {
  readonly carts: Carts;
}

export function createCartModule({
  db,
  cartStore,
  clock,
  defaultCountry,
  ...routes
}: Carts & CartRouteOptions): CartModule {
  const carts: Carts = { db, cartStore, clock, defaultCountry };
  return {
    name: 'cart',
    carts,
    routes: [cartRoutes(carts, routes)],
    jobs: cartJobs(carts),
    schedules: cartSchedules,
    health: [{ name: 'carts', known: () => ({ trouble: cartStore.degradation() }) }],
    register: (app) => registerCartToken(app, routes),
    forgetUser: (userId) => cartStore.forget({ kind: 'user', userId }),
    close: () => cartStore.close(),
  };
}
