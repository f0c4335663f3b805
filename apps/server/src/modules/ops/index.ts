export { healthRoutes } from './health-routes.ts';
export { inspectShop } from './inspect-shop.ts';
