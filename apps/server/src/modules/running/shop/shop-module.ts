import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { featuredRoutes } from './featured-routes.ts';
import { createShopMemory, type ShopMemory } from './shop-memory.ts';
import { shopAdminRoutes, shopRoutes } from './shop-routes.ts';

export interface ShopModule extends Module {
  readonly memory: ShopMemory;
}

export function createShopModule({
  db,
  notifications,
  clock,
  pictureOrigins,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
  clock: () => Date;
  /** Other origins of pictures. */
  pictureOrigins: readonly string[];
}): ShopModule {
  const memory = createShopMemory({ db, notifications });
  return {
    name: 'shop',
    memory,
    routes: [
      shopRoutes({ memory }),
      featuredRoutes({ db, memory, clock }),
      shopAdminRoutes({ db, memory, pictureOrigins }),
    ],
  };
}
