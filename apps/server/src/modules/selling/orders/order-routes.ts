import { Order, OrderAccess, OrderList, OrderLookup, OwnOrderQuery } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { requireUser } from '../../../platform/http/caller.ts';
import { problemOfStatus } from '../../../platform/http/problem.ts';
import { cancelOrder } from './cancel-order.ts';
import { findEventsAfter } from './event-repository.ts';
import { accessQuery, isTheirOrder, orderFinder, orderParams } from './find-their-order.ts';
import type { Order as OrderOfShop } from './order.ts';
import { signOrderAccess } from './order-access.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import type { OrderEventStreams } from './order-event-stream.ts';
import { findOrderByNumber, listOrders } from './order-repository.ts';
import { presentEvent, presentOrder } from './present-order.ts';

/** The limit prevents guessing numbers, also through the storefront's page. */
const lookupLimit = { max: 20, timeWindow: '10 minutes', allowList: [] };

const eventExample = [
  'id: 412',
  'event: order',
  `data: ${JSON.stringify({
    event_id: '412',
    kind: 'paid',
    happened_at: '2026-03-01T12:00:00.000Z',
    status: 'Pending',
    payment_status: 'paid',
    fulfilment_status: 'unfulfilled',
    data: {},
  })}`,
  '\n',
].join('\n');

/** The same list at two addresses. */
const ownOrders = [
  { path: '/orders', operationId: 'listOrders' },
  { path: '/me/orders', operationId: 'listOwnOrders' },
];

export function orderRoutes(context: OrderContext & { readonly streams: OrderEventStreams }): ApiPlugin {
  const { db, secret, streams, clock } = context;
  const present = (order: OrderOfShop) => presentOrder(order, clock());

  const orderOf = orderFinder(context);

  return async (app) => {
    for (const { path, operationId } of ownOrders)
      app.get(
        path,
        {
          schema: {
            tags: ['orders'],
            operationId,
            asker: 'member',
            permission: 'account:read',
            summary: 'List my orders, the newest first',
            description: 'The list leaves out failed attempts to pay.',
            answers: { 200: 'A page of orders' },
            querystring: OwnOrderQuery,
            response: { 200: OrderList },
          },
        },
        async (request) => {
          const { limit = 20, cursor, status, q } = request.query;
          const { orders, nextCursor } = await listOrders(db, {
            userId: requireUser(request),
            ...(status && { status }),
            ...(q !== undefined && { text: q }),
            limit,
            cursor,
          });
          return { items: orders.map(present), next_cursor: nextCursor };
        },
      );

    app.get(
      '/orders/:id',
      {
        schema: {
          tags: ['orders'],
          operationId: 'getOrder',
          asker: 'order',
          permission: 'orders:read',
          summary: 'An order',
          description: 'The order has its lines, parcels, refunds, returns and history.',
          problems: [...orderProblem.known('order-not-found')],
          answers: { 200: 'The order' },
          params: orderParams,
          querystring: accessQuery,
          response: { 200: Order },
        },
      },
      async (request) => present(await orderOf(request)),
    );

    app.post(
      '/orders/lookup',
      {
        config: { rateLimit: lookupLimit },
        schema: {
          tags: ['orders'],
          operationId: 'findOrder',
          asker: 'anybody',
          permission: 'orders:read',
          summary: 'Find an order without an account, by its number and its email address',
          description: 'The answer contains the token that opens the order from then on.',
          problems: [...orderProblem.known('order-not-found')],
          answers: { 200: 'The order, with its token' },
          body: OrderLookup,
          response: { 200: OrderAccess },
        },
      },
      async (request) => {
        const { order_number, email } = request.body;
        const order = await findOrderByNumber(db, { orderNumber: order_number, email });
        if (!order) throw orderProblem('order-not-found', 'No order has this number and this email address.');
        return { order: present(order), access_token: await signOrderAccess(secret, order.orderId) };
      },
    );

    app.post(
      '/orders/:id/cancel',
      {
        schema: {
          tags: ['orders'],
          operationId: 'cancelOrder',
          asker: 'order',
          permission: 'orders:write',
          summary: 'Cancel an order, or its part that is not shipped, and refund it',
          description:
            '`cancellation` of the order says beforehand whether, and how much of it, can be cancelled.',
          problems: [...orderProblem.known('order-not-found', 'not-cancellable', 'payment-unavailable')],
          answers: { 200: 'The changed order' },
          params: orderParams,
          querystring: accessQuery,
          response: { 200: Order },
        },
      },
      async (request) => {
        const { orderId } = await orderOf(request);
        const by = request.caller.isAdmin ? 'by-shop' : 'by-shopper';
        return present(await cancelOrder(context, orderId, by));
      },
    );

    app.get(
      '/orders/:id/events',
      {
        schema: {
          tags: ['orders'],
          operationId: 'followOrder',
          asker: 'order',
          permission: 'orders:read',
          summary: 'Follow an order by server-sent events; `Last-Event-ID` continues after that event',
          description:
            'The stream sends the order’s events from the beginning, or after the event in `Last-Event-ID`, and then each new event, until either side closes it. The data of an event of the type `order` is an `OrderEvent` as JSON. A comment every 15 seconds keeps the connection open.',
          problems: [...orderProblem.known('order-not-found')],
          params: orderParams,
          querystring: accessQuery,
          headers: Type.Object({
            'last-event-id': Type.Optional(
              Type.String({
                pattern: '^\\d{1,18}$',
                'x-form': 'a number of up to 18 digits',
                description: 'The last event that was read; browsers send it automatically',
              }),
            ),
          }),
          media: {
            type: 'text/event-stream',
            description: 'The events so far, and each new event',
            example: eventExample,
          },
        },
      },
      async (request, reply) => {
        const order = await orderOf(request);
        const { orderId, currency } = order;
        const { access } = request.query;
        if (!streams.hasRoom()) throw problemOfStatus(503, 'Too many readers right now.');
        const lastEventId = request.headers['last-event-id'] ?? '0';
        reply.hijack();
        await streams.open({
          orderId,
          lastEventId,
          response: reply.raw,
          userId: request.caller.userId,
          mayRead: async () => isTheirOrder(order, { caller: await request.callerNow(), access, secret }),
          async read(eventId) {
            const events = await findEventsAfter(db, { orderId, eventId, limit: 1_000 });
            return events.map((event) => presentEvent(event, currency));
          },
        });
      },
    );
  };
}
