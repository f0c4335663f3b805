import {
  CreateShipment,
  Order,
  OrderList,
  OrderQuery,
  Refund,
  RefundOrder,
  ShipOrder,
  Uuid,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { answerOnce, IdempotencyHeaders } from '../../../platform/http/idempotency.ts';
import { deliverOrder } from './deliver-order.ts';
import type { Order as OrderOfShop } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { listOrders } from './order-repository.ts';
import { presentOrder } from './present-order.ts';
import { type RefundedPart, requestRefund } from './request-refund.ts';
import { shipOrder } from './ship-order.ts';

const orderParams = Type.Object({ id: Uuid('Of the order') });
const shipmentParams = Type.Object({
  id: Uuid('Of the order'),
  shipment_id: Uuid('Of the parcel'),
});

/** @throws ProblemError `refund-unclear` */
function refundedPart({ lines, amount, all }: RefundOrder): RefundedPart {
  const named = [lines, amount, all].filter((one) => one !== undefined).length;
  if (named === 1 && lines)
    return {
      what: 'lines',
      lines: lines.map(({ product_id, quantity, units }) => ({ productId: product_id, quantity, units })),
    };
  if (named === 1 && amount)
    return { what: 'amount', amount: { amountMinor: amount.amount_minor, currency: amount.currency } };
  if (named === 1 && all) return { what: 'all' };
  throw orderProblem(
    'refund-unclear',
    'Send exactly one of “lines” (products and quantities), “amount” (amount_minor and currency) and “all”: true.',
  );
}

export function orderAdminRoutes(context: OrderContext): ApiPlugin {
  const { db, clock } = context;
  const present = (order: OrderOfShop) => presentOrder(order, clock());
  return async (app) => {
    app.get(
      '/admin/orders',
      {
        schema: {
          tags: ['admin'],
          operationId: 'listAllOrders',
          asker: 'admin',
          permission: 'orders:read',
          summary: 'List all orders, the newest first',
          description:
            'The list has the orders of all shoppers and guests, including failed attempts to pay.',
          answers: { 200: 'A page of orders' },
          querystring: OrderQuery,
          response: { 200: OrderList },
        },
      },
      async (request) => {
        const { limit = 20, cursor, status } = request.query;
        const { orders, nextCursor } = await listOrders(db, { ...(status && { status }), limit, cursor });
        return { items: orders.map(present), next_cursor: nextCursor };
      },
    );

    app.post(
      '/admin/orders/:id/ship',
      {
        schema: {
          tags: ['admin'],
          operationId: 'shipOrder',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Ship everything that can be shipped in one parcel',
          description: 'The shop mails the shopper.',
          problems: [...orderProblem.known('order-not-found', 'not-shippable')],
          answers: { 200: 'The changed order' },
          params: orderParams,
          body: ShipOrder,
          response: { 200: Order },
        },
      },
      async (request) => {
        const { carrier = null, tracking_number: trackingNumber = null } = request.body;
        const orderId = request.params.id;
        return present(await shipOrder(context, { orderId, lines: undefined, carrier, trackingNumber }));
      },
    );

    app.post(
      '/admin/orders/:id/deliver',
      {
        schema: {
          tags: ['admin'],
          operationId: 'deliverOrder',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Record that all parcels on their way have arrived',
          description: 'The order is completed when nothing is left to be shipped or delivered.',
          problems: [...orderProblem.known('order-not-found', 'not-deliverable')],
          answers: { 200: 'The changed order' },
          params: orderParams,
          response: { 200: Order },
        },
      },
      async (request) => present(await deliverOrder(context, { orderId: request.params.id })),
    );

    app.post(
      '/admin/orders/:id/shipments',
      {
        schema: {
          tags: ['admin'],
          operationId: 'createShipment',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Ship a parcel with these lines, or with everything that can be shipped',
          description: 'Send exactly one of `lines` and `all`. The shop mails the shopper.',
          problems: [...orderProblem.known('order-not-found', 'shipment-unclear', 'not-shippable')],
          answers: { 201: 'The changed order' },
          params: orderParams,
          body: CreateShipment,
          response: { 201: Order },
        },
      },
      async (request, reply) => {
        const { lines, all, carrier = null, tracking_number: trackingNumber = null } = request.body;
        if ((lines === undefined) === (all === undefined))
          throw orderProblem(
            'shipment-unclear',
            'Send exactly one of “lines” (products and quantities) and “all”: true.',
          );
        const order = await shipOrder(context, {
          orderId: request.params.id,
          lines: lines?.map(({ product_id, quantity }) => ({ productId: product_id, quantity })),
          carrier,
          trackingNumber,
        });
        return reply.status(201).send(present(order));
      },
    );

    app.post(
      '/admin/orders/:id/shipments/:shipment_id/deliver',
      {
        schema: {
          tags: ['admin'],
          operationId: 'deliverShipment',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Record that a parcel has arrived',
          description: 'The order is completed when nothing is left to be shipped or delivered.',
          problems: [...orderProblem.known('order-not-found', 'shipment-not-found', 'not-deliverable')],
          answers: { 200: 'The changed order' },
          params: shipmentParams,
          response: { 200: Order },
        },
      },
      async (request) => {
        const { id: orderId, shipment_id: shipmentId } = request.params;
        return present(await deliverOrder(context, { orderId, shipmentId }));
      },
    );

    app.post(
      '/admin/orders/:id/refund',
      {
        schema: {
          tags: ['admin'],
          operationId: 'refundOrder',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Refund lines, an amount, or everything that is left',
          description:
            'Send exactly one of `lines`, `amount` and `all`. The goods leave the order immediately. The money moves soon after, and the order’s events say when.',
          problems: [...orderProblem.known('order-not-found', 'refund-unclear', 'not-refundable')],
          answers: { 202: 'The refund is on its way' },
          params: orderParams,
          headers: IdempotencyHeaders,
          body: RefundOrder,
          response: { 202: Refund },
        },
      },
      async (request, reply) => {
        const { reason, restock } = request.body;
        const part = refundedPart(request.body);
        const { body } = await answerOnce(
          { db, request, owner: `admin:${request.caller.userId ?? ''}` },
          async () => {
            const { refundId, amountMinor, currency, status } = await requestRefund(context, {
              ...part,
              orderId: request.params.id,
              reason,
              restock,
              actor: 'admin',
            });
            const amount = { amount_minor: amountMinor, currency };
            return { status: 202, body: { refund_id: refundId, amount, status } };
          },
        );
        return reply.status(202).send(body);
      },
    );
  };
}
