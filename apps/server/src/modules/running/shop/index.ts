export { readShop } from './shop-memory.ts';
export { createShopModule } from './shop-module.ts';
