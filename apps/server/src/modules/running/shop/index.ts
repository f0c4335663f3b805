export { createShopModule } from './shop-module.ts';
