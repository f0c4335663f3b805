export { findSlowStatements, type SlowStatement } from './database-figures-repository.ts';
export { healthRoutes } from './health-routes.ts';
export { inspectShop } from './inspect-shop.ts';
