import { addJob } from '../../platform/jobs/add-job.ts';
import { type Transaction, withTransaction } from '../../platform/postgres/database.ts';
import { returnStock } from '../inventory/index.ts';
import { insertRefund, lockPayment, type Payment, updatePayment } from '../payments/index.ts';
import { type Actor, isPaid, type Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { addRefundedQuantities, lockOrder, recordEvent } from './order-repository.ts';
import { type RefundLine, refundAmount, remainingLines } from './refund-amount.ts';

export interface RefundRequest {
  readonly orderId: string;
  /** Units that come back; none with an amount: money without goods. */
  readonly lines?: readonly RefundLine[] | undefined;
  readonly amountMinor?: number | undefined;
  readonly reason: string;
  readonly restock: boolean;
  readonly actor: Actor;
}

/**
 * Books a refund; a job carries it out at the provider. The amount counts as given back from now on, so two requests can never
 * give back more than was paid.
 * @throws ProblemError `order-not-found`, `not-refundable`
 */
export async function requestRefund(
  context: OrderContext,
  request: RefundRequest,
): Promise<{ refundId: string; amountMinor: number; currency: string }> {
  return withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, request.orderId);
    if (!order) throw orderProblem('order-not-found');
    const payment = await lockPayment(tx, request.orderId);
    if (!payment || !isPaid(order)) throw orderProblem('not-refundable', 'The order is not paid.');
    const isGoodwill = request.amountMinor !== undefined;
    if (isGoodwill && request.lines)
      throw orderProblem('not-refundable', 'Either lines or an amount, not both.');
    const lines = isGoodwill ? [] : (request.lines ?? remainingLines(order));
    const amountMinor = request.amountMinor ?? refundAmount(order, lines, payment.refundedMinor);
    if (amountMinor === undefined)
      throw orderProblem('not-refundable', 'The order does not hold these goods (any longer).');
    const left = payment.amountMinor - payment.refundedMinor;
    if (amountMinor < 1 || amountMinor > left)
      throw orderProblem('not-refundable', `There are ${left} minor units left to refund.`);
    const refundId = await queueRefund(tx, { ...request, order, payment, amountMinor, lines });
    return { refundId, amountMinor, currency: order.currency };
  });
}

/** The caller holds the locks of order and payment, and the amount is one that is left. */
export async function queueRefund(
  tx: Transaction,
  refund: {
    order: Order;
    payment: Payment;
    amountMinor: number;
    reason: string;
    lines: readonly RefundLine[];
    restock: boolean;
    actor: Actor;
  },
): Promise<string> {
  const { order, payment, amountMinor, lines } = refund;
  const { orderId } = order;
  const refundId = await insertRefund(tx, {
    orderId,
    paymentId: payment.paymentId,
    amountMinor,
    reason: refund.reason,
    lines,
    restock: refund.restock,
    status: 'requested',
  });
  await updatePayment(tx, payment.paymentId, { refundedMinor: payment.refundedMinor + amountMinor });
  if (lines.length > 0) await addRefundedQuantities(tx, orderId, lines);
  await recordEvent(tx, {
    orderId,
    kind: 'refund-requested',
    actor: refund.actor,
    data: { amount_minor: amountMinor },
  });
  await addJob(tx, {
    name: 'execute-refund',
    payload: { refundId },
    key: `execute-refund:${refundId}`,
  });
  if (refund.restock && lines.length > 0) await returnStock(tx, { orderId, lines });
  return refundId;
}
