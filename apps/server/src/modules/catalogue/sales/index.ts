export { applySales } from './sale-repository.ts';
export { createSalesModule } from './sales-module.ts';
