import { Uuid } from '@kindred/contracts';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Caller } from '../../../platform/http/caller.ts';
import type { Order } from './order.ts';
import { opensOrder } from './order-access.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { findOrder } from './order-repository.ts';

export const orderParams = Type.Object({ id: Uuid('Of the order') });
export const accessQuery = Type.Object({
  access: Type.Optional(
    Type.String({ maxLength: 1_000, description: 'The token that opens a guest’s order' }),
  ),
});

/** Whether the caller may see an order: as its buyer, as an administrator, or with its token. */
export async function isTheirOrder(
  order: Order,
  { caller, access, secret }: { caller: Caller; access: string | undefined; secret: string },
): Promise<boolean> {
  if (caller.isAdmin) return true;
  if (caller.userId !== undefined && order.userId === caller.userId) return true;
  return access !== undefined && opensOrder(secret, access, order.orderId);
}

type OrderRequest = FastifyRequest<{ Params: { id: string }; Querystring: { access?: string } }>;

/** Finds an order that the caller may see. Any other order is reported as missing. */
export function orderFinder({ db, secret }: Pick<OrderContext, 'db' | 'secret'>) {
  /** @throws ProblemError `order-not-found` */
  return async ({
    params,
    query,
    caller,
  }: Pick<OrderRequest, 'caller' | 'params' | 'query'>): Promise<Order> => {
    const order = await findOrder(db, params.id);
    if (!order || !(await isTheirOrder(order, { caller, access: query.access, secret })))
      throw orderProblem('order-not-found');
    return order;
  };
}
