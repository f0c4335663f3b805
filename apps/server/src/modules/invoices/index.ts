export { invoiceRoutes } from './invoice-routes.ts';
export { sellerOf } from './seller.ts';
