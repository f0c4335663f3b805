import type { Module } from '../../../platform/module.ts';
import { cartJobs, cartSchedules } from './cart-jobs.ts';
import { cartRoutes } from './cart-routes.ts';
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
  secret,
}: Carts & { readonly secret: string }): CartModule {
  const carts: Carts = { db, cartStore, clock, defaultCountry };
  return {
    name: 'cart',
    carts,
    routes: [cartRoutes(carts, { secret })],
    jobs: cartJobs(carts),
    schedules: cartSchedules,
    health: [{ name: 'carts', known: () => ({ trouble: cartStore.degradation() }) }],
    register: (app) => registerCartToken(app, { secret }),
    forgetUser: (userId) => cartStore.forget({ kind: 'user', userId }),
    close: () => cartStore.close(),
  };
}
