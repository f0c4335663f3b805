import { Order, RequestReturn, Uuid } from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { answerOnce, IdempotencyHeaders } from '../../../platform/http/idempotency.ts';
import { accessQuery, orderFinder, orderParams } from './find-their-order.ts';
import { moveReturn } from './move-return.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { presentOrder } from './present-order.ts';
import { requestReturn } from './request-return.ts';

const returnParams = Type.Object({
  id: Uuid('Of the order'),
  return_id: Uuid('Of the return'),
});

export function returnRoutes(context: OrderContext): ApiPlugin {
  const { db, clock } = context;
  const orderOf = orderFinder(context);

  return async (app) => {
    app.post(
      '/orders/:id/returns',
      {
        schema: {
          tags: ['orders'],
          operationId: 'requestReturn',
          asker: 'order',
          permission: 'orders:write',
          summary: 'Ask to send delivered goods back',
          description:
            '`returnable` of each line says beforehand how many units, and until when. The shop answers by mail.',
          problems: [...orderProblem.known('order-not-found', 'not-returnable')],
          answers: { 201: 'The order, with its return' },
          params: orderParams,
          querystring: accessQuery,
          headers: IdempotencyHeaders,
          body: RequestReturn,
          response: { 201: Order },
        },
      },
      async (request, reply) => {
        const { orderId, userId } = await orderOf(request);
        const { reason, note = '' } = request.body;
        const lines = request.body.lines.map(({ product_id, quantity }) => ({
          productId: product_id,
          quantity,
        }));
        await answerOnce({ db, request, owner: `user:${userId ?? orderId}` }, async () => ({
          status: 201,
          body: await requestReturn(context, { orderId, lines, reason, note: note.trim() }),
        }));
        return reply.status(201).send(presentOrder(await orderOf(request), clock()));
      },
    );

    app.post(
      '/orders/:id/returns/:return_id/withdraw',
      {
        schema: {
          tags: ['orders'],
          operationId: 'withdrawReturn',
          asker: 'order',
          permission: 'orders:write',
          summary: 'Withdraw a return',
          description: 'The shopper keeps the goods. This is possible until the shop has received them.',
          problems: [...orderProblem.known('order-not-found', 'return-not-found', 'return-not-open')],
          answers: { 200: 'The changed order' },
          params: returnParams,
          querystring: accessQuery,
          response: { 200: Order },
        },
      },
      async (request) => {
        const { orderId } = await orderOf(request);
        const { return_id: returnId } = request.params;
        const order = await moveReturn(context, { orderId, returnId, move: 'withdraw', actor: 'shopper' });
        return presentOrder(order, clock());
      },
    );
  };
}
