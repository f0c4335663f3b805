import type { Shop } from '@kindred/contracts';
import type { Module } from '../../../platform/module.ts';
import type { OrderContext } from '../orders/index.ts';
import { invoiceRoutes } from './invoice-routes.ts';
import { sellerOf } from './seller.ts';

export function createInvoicesModule({
  orders,
  readShop,
}: {
  orders: OrderContext;
  readShop: () => Promise<Shop>;
}): Module {
  return {
    name: 'invoices',
    routes: [invoiceRoutes({ ...orders, seller: async () => sellerOf(await readShop()) })],
  };
}
