import type { Shop } from '@kindred/contracts';
import type { Module } from '../../../platform/module.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import type { Carts } from '../cart/index.ts';
import { buyAgainRoutes } from './buy-again-routes.ts';
import { orderAdminRoutes } from './order-admin-routes.ts';
import type { OrderContext } from './order-context.ts';
import { createOrderEventStreams, type OrderEventStreams } from './order-event-stream.ts';
import { orderJobs, orderSchedules } from './order-jobs.ts';
import { orderRoutes } from './order-routes.ts';
import { returnAddressOf, returnAdminRoutes } from './return-admin-routes.ts';
import { returnRoutes } from './return-routes.ts';

export interface OrdersModule extends Module {
  readonly context: OrderContext;
  readonly streams: OrderEventStreams;
}

export function createOrdersModule({
  notifications,
  carts,
  readShop,
  ...context
}: OrderContext & {
  readonly notifications: Notifications;
  readonly carts: Carts;
  readonly readShop: () => Promise<Shop>;
}): OrdersModule {
  const streams = createOrderEventStreams(notifications);
  return {
    name: 'orders',
    context,
    streams,
    routes: [
      orderRoutes({ ...context, streams }),
      returnRoutes(context),
      buyAgainRoutes(context, { carts }),
      orderAdminRoutes(context),
      returnAdminRoutes(context, { returnAddress: async () => returnAddressOf(await readShop()) }),
    ],
    jobs: orderJobs(context),
    schedules: orderSchedules,
    endStreams: streams.close,
    close: async () => streams.close(),
  };
}
