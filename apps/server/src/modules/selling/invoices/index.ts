export { createInvoicesModule } from './invoices-module.ts';
