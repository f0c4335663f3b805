export { createSalesModule } from './sales-module.ts';
