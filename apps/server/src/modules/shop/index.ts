export { createShopMemory, type ShopMemory } from './shop-memory.ts';
export { shopAdminRoutes, shopRoutes } from './shop-routes.ts';
