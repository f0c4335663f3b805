import { Order, OrderList, OrderQuery, Refund, RefundOrder, ShipOrder } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { requireAdmin } from '../../platform/http/caller.ts';
import { answerOnce, IdempotencyHeaders } from '../../platform/http/idempotency.ts';
import { deliverOrder, shipOrder } from './fulfil-order.ts';
import type { OrderContext } from './order-context.ts';
import { listOrders } from './order-repository.ts';
import { presentOrder } from './present-order.ts';
import { requestRefund } from './request-refund.ts';

const orderParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function orderAdminRoutes(context: OrderContext): ApiPlugin {
  const { db } = context;
  return async (app) => {
    app.addHook('onRequest', async (request) => requireAdmin(request.caller));

    app.get(
      '/admin/orders',
      {
        schema: {
          tags: ['admin'],
          summary: 'All orders, the newest first',
          querystring: OrderQuery,
          response: { 200: OrderList },
        },
      },
      async (request) => {
        const { limit = 20, cursor, status } = request.query;
        const { orders, nextCursor } = await listOrders(db, { ...(status && { status }), limit, cursor });
        return { items: orders.map(presentOrder), next_cursor: nextCursor };
      },
    );

    app.post(
      '/admin/orders/:id/ship',
      {
        schema: {
          tags: ['admin'],
          summary: 'The parcel is on its way',
          params: orderParams,
          body: ShipOrder,
          response: { 200: Order },
        },
      },
      async (request) => {
        const { carrier = null, tracking_number = null } = request.body;
        const orderId = request.params.id;
        return presentOrder(await shipOrder(context, { orderId, carrier, trackingNumber: tracking_number }));
      },
    );

    app.post(
      '/admin/orders/:id/deliver',
      {
        schema: {
          tags: ['admin'],
          summary: 'The parcel has arrived',
          params: orderParams,
          response: { 200: Order },
        },
      },
      async (request) => presentOrder(await deliverOrder(context, request.params.id)),
    );

    app.post(
      '/admin/orders/:id/refund',
      {
        schema: {
          tags: ['admin'],
          summary: 'Give money back: for lines, as an amount, or all that is left',
          params: orderParams,
          headers: IdempotencyHeaders,
          body: RefundOrder,
          response: { 202: Refund },
        },
      },
      async (request, reply) => {
        const { lines, amount_minor, reason, restock = true } = request.body;
        const { body } = await answerOnce(
          { db, request, owner: `admin:${request.caller.userId ?? ''}` },
          async () => {
            const { refundId, amountMinor, currency } = await requestRefund(context, {
              orderId: request.params.id,
              lines: lines?.map(({ product_id, quantity }) => ({ productId: product_id, quantity })),
              amountMinor: amount_minor,
              reason,
              restock,
              actor: 'admin',
            });
            return {
              status: 202,
              body: {
                refund_id: refundId,
                amount: { amount_minor: amountMinor, currency },
                status: 'requested' as const,
              },
            };
          },
        );
        return reply.status(202).send(body);
      },
    );
  };
}
