import { withTransaction } from '../../../platform/postgres/database.ts';
import type { Order, ReturnReason, StockedLine } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { queueReturnMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent } from './order-repository.ts';
import { insertReturn } from './return-repository.ts';
import { refusalMessages, returnableUnits } from './returnable-units.ts';

/**
 * Stores a shopper's request to send goods back. Its units are held, so that no other return can include them.
 * @throws ProblemError `not-returnable`
 */
export async function requestReturn(
  context: OrderContext,
  request: {
    readonly orderId: string;
    readonly lines: readonly StockedLine[];
    readonly reason: ReturnReason;
    readonly note: string;
  },
): Promise<{ returnId: string }> {
  const { orderId, lines, reason, note } = request;
  return withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (!order) throw orderProblem('order-not-found');
    refuseUnreturnable(order, lines, context.clock());
    const returnId = await insertReturn(tx, { orderId, reason, note, lines });
    const data = { return_id: returnId };
    await recordEvent(tx, { orderId, kind: 'return-requested', actor: 'shopper', data });
    await queueReturnMail(context, tx, (await findOrder(tx, orderId))!, returnId);
    return { returnId };
  });
}

function refuseUnreturnable(order: Order, lines: readonly StockedLine[], now: Date): void {
  for (const [index, { productId, quantity }] of lines.entries()) {
    const line = order.lines.find((one) => one.productId === productId);
    if (!line) throw orderProblem('not-returnable', `The order does not contain product ${productId}.`);
    if (lines.findIndex((one) => one.productId === productId) !== index)
      throw orderProblem('not-returnable', `Product ${productId} is named twice.`);
    const returnable = returnableUnits(order, line, now);
    if (returnable.refusal !== null)
      throw orderProblem('not-returnable', `${line.title}: ${refusalMessages[returnable.refusal]}`);
    if (quantity > returnable.quantity)
      throw orderProblem('not-returnable', `${line.title}: ${returnable.quantity} can be returned.`);
  }
}
