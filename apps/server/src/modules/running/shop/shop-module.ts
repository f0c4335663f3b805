import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { createShopMemory, type ShopMemory } from './shop-memory.ts';
import { shopAdminRoutes, shopRoutes } from './shop-routes.ts';

export interface ShopModule extends Module {
  readonly memory: ShopMemory;
}

export function createShopModule({
  db,
  notifications,
  pictureOrigins,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
  /** Other origins of pictures. */
  pictureOrigins: readonly string[];
}): ShopModule {
  const memory = createShopMemory({ db, notifications });
  return {
    name: 'shop',
    memory,
    routes: [shopRoutes({ memory }), shopAdminRoutes({ db, memory, pictureOrigins })],
  };
}
