import {
  ApproveReturn,
  Order,
  ReceiveReturn,
  RefuseReturn,
  ReturnList,
  ReturnQuery,
  type Shop,
  Uuid,
} from '@kindred/contracts';
import { addressLines } from '@kindred/shop-types';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { moveReturn, type ReturnMove } from './move-return.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { presentOrder, presentReturn } from './present-order.ts';
import { listReturns } from './return-repository.ts';

const params = Type.Object({
  id: Uuid('Of the order'),
  return_id: Uuid('Of the return'),
});

/** Returns a sentence with the address for returned goods. */
export function returnAddressOf({ company }: Pick<Shop, 'company'>): string {
  const lines = addressLines(company);
  if (lines.length === 0) return 'Please ask us first where to send it.';
  return `Please send it to ${[company.legal_name, ...lines].join(', ')}.`;
}

export function returnAdminRoutes(
  context: OrderContext,
  {
    returnAddress,
  }: { /** Said when a return is approved without a word. */ returnAddress: () => Promise<string> },
): ApiPlugin {
  const answers = { tags: ['admin'], params, response: { 200: Order } };

  async function move(
    { id: orderId, return_id: returnId }: { id: string; return_id: string },
    what: Pick<ReturnMove, 'answer' | 'move' | 'restock'>,
  ) {
    const order = await moveReturn(context, { orderId, returnId, actor: 'admin', ...what });
    return presentOrder(order, context.clock());
  }

  return async (app) => {
    app.get(
      '/admin/returns',
      {
        schema: {
          tags: ['admin'],
          operationId: 'listReturns',
          asker: 'admin',
          permission: 'orders:read',
          summary: 'List all returns, the oldest first',
          description: 'Of every order.',
          answers: { 200: 'A page of returns' },
          querystring: ReturnQuery,
          response: { 200: ReturnList },
        },
      },
      async (request) => {
        const { limit = 20, cursor, status } = request.query;
        const { returns, nextCursor } = await listReturns(context.db, { status, limit, cursor });
        const items = returns.map((one) => ({
          ...presentReturn(one),
          order_id: one.orderId,
          order_number: one.orderNumber,
        }));
        return { items, next_cursor: nextCursor };
      },
    );

    app.post(
      '/admin/orders/:id/returns/:return_id/approve',
      {
        schema: {
          ...answers,
          operationId: 'approveReturn',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Approve a return',
          description: 'The shop mails the answer to the shopper or, without an answer, its address.',
          problems: [...orderProblem.known('order-not-found', 'return-not-found', 'return-not-open')],
          answers: { 200: 'The changed order' },
          body: ApproveReturn,
        },
      },
      async ({ params: ids, body }) =>
        move(ids, { move: 'approve', answer: body.answer?.trim() || (await returnAddress()) }),
    );

    app.post(
      '/admin/orders/:id/returns/:return_id/refuse',
      {
        schema: {
          ...answers,
          operationId: 'refuseReturn',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Refuse a return',
          description: 'The shop mails the answer to the shopper.',
          problems: [...orderProblem.known('order-not-found', 'return-not-found', 'return-not-open')],
          answers: { 200: 'The changed order' },
          body: RefuseReturn,
        },
      },
      async ({ params: ids, body }) => move(ids, { move: 'refuse', answer: body.answer }),
    );

    app.post(
      '/admin/orders/:id/returns/:return_id/receive',
      {
        schema: {
          ...answers,
          operationId: 'receiveReturn',
          asker: 'admin',
          permission: 'orders:write',
          summary: 'Record that returned goods have arrived, and refund them',
          description: 'A refund of the return’s lines begins.',
          problems: [
            ...orderProblem.known('order-not-found', 'return-not-found', 'return-not-open', 'not-refundable'),
          ],
          answers: { 200: 'The changed order' },
          body: ReceiveReturn,
        },
      },
      async ({ params: ids, body }) => move(ids, { move: 'receive', restock: body.restock }),
    );
  };
}
