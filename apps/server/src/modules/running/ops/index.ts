export { findSlowStatements, type SlowStatement } from './database-figures-repository.ts';
export { inspectShop } from './inspect-shop.ts';
export { createOpsModule } from './ops-module.ts';
