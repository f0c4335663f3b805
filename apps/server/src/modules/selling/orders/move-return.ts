import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { lockPayment } from '../payments/index.ts';
import type { Actor, Order, OrderEventKind, OrderReturn } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueReturnMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent } from './order-repository.ts';
import { refundAmount } from './refund-units.ts';
import { queueRefund } from './request-refund.ts';
import { updateReturn } from './return-repository.ts';
import { type ReturnStatus, returnMachine } from './return-states.ts';

type Move = 'approve' | 'receive' | 'refuse' | 'withdraw';

const outcomes = {
  approve: { status: 'approved', kind: 'return-approved', verb: 'approved' },
  receive: { status: 'received', kind: 'return-received', verb: 'received' },
  refuse: { status: 'refused', kind: 'return-refused', verb: 'refused' },
  withdraw: { status: 'withdrawn', kind: 'return-withdrawn', verb: 'withdrawn' },
} as const satisfies Record<Move, { status: ReturnStatus; kind: OrderEventKind; verb: string }>;

export interface ReturnMove {
  readonly orderId: string;
  readonly returnId: string;
  readonly move: Move;
  readonly actor: Actor;
  /** The shop's answer to the shopper. */
  readonly answer?: string | undefined;
  /** Whether received goods go back into stock. */
  readonly restock?: boolean;
}

/**
 * Changes the state of a return, in one transaction under the order's lock. Repeating a change has no further effect. Received goods are
 * refunded.
 * @throws ProblemError `order-not-found`, `return-not-found`, `return-not-open`
 */
export async function moveReturn(context: OrderContext, request: ReturnMove): Promise<Order> {
  const { orderId, returnId, move, actor, answer } = request;
  await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    const one = order.returns.find((candidate) => candidate.returnId === returnId);
    if (!one) throw orderProblem('return-not-found');
    const { status, kind, verb } = outcomes[move];
    if (one.status === status) return;
    if (returnMachine.next(one.status, move) === undefined)
      throw orderProblem('return-not-open', `The return is ${one.status} and cannot be ${verb}.`);
    await updateReturn(tx, returnId, { status, ...(answer !== undefined && { answer }) });
    await recordEvent(tx, { orderId, kind, actor, data: { return_id: returnId } });
    if (move === 'receive') await refundReturn(context, tx, one, request);
    await queueReturnMail(context, tx, (await findOrder(tx, orderId))!, returnId);
  });
  return (await findOrder(context.db, orderId))!;
}

async function refundReturn(
  context: OrderContext,
  tx: Transaction,
  one: OrderReturn,
  { orderId, actor, restock = true }: ReturnMove,
): Promise<void> {
  const order = (await findOrder(tx, orderId))!;
  const payment = (await lockPayment(tx, orderId))!;
  const lines = one.lines.map(({ productId, quantity }) => ({
    productId,
    withheld: 0,
    returned: quantity,
    kept: 0,
  }));
  const { refundId } = await queueRefund(context, tx, {
    order,
    payment,
    amountMinor: refundAmount(order, lines, payment.amountMinor - payment.refundedMinor),
    reason: `return ${one.reason}`,
    lines,
    restock,
    actor,
  });
  await updateReturn(tx, one.returnId, { refundId });
}
