import type { Money } from '@kindred/shop-types';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import {
  insertRefund,
  lockPayment,
  type Payment,
  type Refund,
  type RefundedLine,
  updatePayment,
} from '../payments/index.ts';
import { applyRefundOutcome } from './apply-refund-outcome.ts';
import { type Actor, isPaid, type Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';
import { lockOrder, recordEvent } from './order-repository.ts';
import {
  allUnits,
  allUnitsAsTheyAre,
  chooseUnits,
  type RefundLine,
  type Restock,
  refundAmount,
} from './refund-units.ts';
import { settleReturns } from './settle-returns.ts';

/** `amount` refunds money without goods. If it is everything that is left, all goods are refunded too. */
export type RefundedPart =
  | { readonly what: 'all' }
  | { readonly what: 'amount'; readonly amount: Money }
  | { readonly what: 'lines'; readonly lines: readonly RefundLine[] };

export type RefundRequest = RefundedPart & {
  readonly orderId: string;
  readonly reason: string;
  readonly restock: Restock;
  readonly actor: Actor;
};

/**
 * Books a refund, which a job executes at the provider. Its amount counts as refunded from now on, so two requests can never refund more
 * than was paid. Its units are held: they are neither shipped nor refunded again. They go back into stock when the refund succeeds, and
 * are free again if it fails.
 * @throws ProblemError `order-not-found`, `not-refundable`
 */
export async function requestRefund(
  context: OrderContext,
  request: RefundRequest,
): Promise<Pick<Refund, 'amountMinor' | 'refundId' | 'status'> & { currency: string }> {
  return withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, request.orderId);
    if (!order) throw orderProblem('order-not-found');
    const payment = await lockPayment(tx, request.orderId);
    if (!payment || !isPaid(order)) throw orderProblem('not-refundable', 'The order is not paid.');
    const leftMinor = payment.amountMinor - payment.refundedMinor;
    const { amountMinor, lines } = partOf(order, request, leftMinor);
    const { reason, restock = true, actor } = request;
    const refund = await queueRefund(context, tx, {
      order,
      payment,
      amountMinor,
      lines,
      reason,
      restock,
      actor,
    });
    return { ...refund, amountMinor, currency: order.currency };
  });
}

/** @throws ProblemError `not-refundable` */
function partOf(
  order: Order,
  request: RefundRequest,
  leftMinor: number,
): { amountMinor: number; lines: RefundedLine[] } {
  if (request.what === 'amount') {
    const { amountMinor, currency } = request.amount;
    if (currency !== order.currency)
      throw orderProblem('not-refundable', `The order was paid in ${order.currency}.`);
    if (amountMinor > leftMinor) throw tooMuch(leftMinor);
    const isEverything = amountMinor === leftMinor && order.soldAt !== null;
    return { amountMinor, lines: isEverything ? allUnitsAsTheyAre(order) : [] };
  }
  const lines = goodsOf(order, request);
  if (typeof lines === 'string') throw orderProblem('not-refundable', lines);
  const amountMinor = request.what === 'all' ? leftMinor : refundAmount(order, lines, leftMinor);
  if (amountMinor === 0 && lines.length === 0) throw tooMuch(leftMinor);
  return { amountMinor, lines };
}

function goodsOf(order: Order, request: RefundRequest): RefundedLine[] | string {
  // The payment came after the order was cancelled, so its goods never left the stock.
  if (order.soldAt === null)
    return request.what === 'lines'
      ? 'The goods of this order were never sold. Refund all, or an amount.'
      : [];
  return request.what === 'lines'
    ? chooseUnits(order, request.lines, request.restock)
    : allUnits(order, request.restock);
}

function tooMuch(leftMinor: number) {
  return orderProblem('not-refundable', `Only ${leftMinor} minor units are left to refund.`);
}

export interface NewRefund {
  readonly order: Order;
  readonly payment: Payment;
  readonly amountMinor: number;
  readonly reason: string;
  readonly lines: readonly RefundedLine[];
  readonly restock: boolean;
  readonly actor: Actor;
}

/** The caller holds the locks of order and payment, and the amount does not exceed what is left. A refund of 0 is completed immediately. */
export async function queueRefund(
  context: OrderContext,
  tx: Transaction,
  { order, payment, amountMinor, reason, lines, restock, actor }: NewRefund,
): Promise<Pick<Refund, 'refundId' | 'status'>> {
  const { orderId } = order;
  const { paymentId } = payment;
  await settleReturns(tx, order, { lines, actor });
  const refundId = await insertRefund(tx, { orderId, paymentId, amountMinor, reason, lines, restock });
  await updatePayment(tx, paymentId, { refundedMinor: payment.refundedMinor + amountMinor });
  const data = { refund_id: refundId, amount_minor: amountMinor };
  await recordEvent(tx, { orderId, kind: 'refund-requested', actor, data });
  if (amountMinor === 0) {
    await applyRefundOutcome(context, tx, { orderId, refundId, outcome: { state: 'succeeded' } });
    return { refundId, status: 'succeeded' };
  }
  await addJob(tx, {
    name: 'execute-refund',
    payload: { refundId },
    key: `execute-refund:${refundId}`,
  });
  return { refundId, status: 'requested' };
}
