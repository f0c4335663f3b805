import type { Module } from '../../../platform/module.ts';
import type { Carts } from '../cart/index.ts';
import { wishlistJobs, wishlistSchedules } from './wishlist-jobs.ts';
import { wishlistRoutes } from './wishlist-routes.ts';

export function createWishlistModule({ carts }: { carts: Carts }): Module {
  return {
    name: 'wishlist',
    routes: [wishlistRoutes(carts)],
    jobs: wishlistJobs(carts),
    schedules: wishlistSchedules,
  };
}
