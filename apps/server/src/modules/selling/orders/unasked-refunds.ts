/** @file Money that moved without the shop: it came after the order was given up, or went back at the provider's own desk. */
import type { Transaction } from '../../../platform/postgres/database.ts';
import type { GatewayRefund } from '../../../ports/payment-gateway.ts';
import { insertRefund, lockPayment, type Payment, paymentMachine, updatePayment } from '../payments/index.ts';
import { applyRefundOutcome } from './apply-refund-outcome.ts';
import type { Order, OrderRefund } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { findOrder, updateOrder } from './order-repository.ts';
import { allUnitsAsTheyAre } from './refund-units.ts';
import { queueRefund } from './request-refund.ts';
import { settleReturns } from './settle-returns.ts';

/** Nothing is held for a cancelled order: what somebody paid for it goes back. */
export async function refundLateMoney(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  payment: Payment,
): Promise<void> {
  const status = paymentMachine.next(payment.status, 'pay')!;
  context.logger.warn({ orderId: order.orderId }, 'money came for a cancelled order: it goes back');
  await updatePayment(tx, payment.paymentId, { status });
  await updateOrder(tx, order.orderId, { paymentStatus: status });
  await queueRefund(context, tx, {
    order,
    payment,
    amountMinor: payment.amountMinor,
    reason: 'paid after the order was cancelled',
    lines: [],
    restock: false,
    actor: 'payment',
  });
}

/** The refunds that the provider lists: what it says of ours, and those that somebody made at its own desk. */
export async function followRefunds(
  context: OrderContext,
  tx: Transaction,
  orderId: string,
  listed: readonly GatewayRefund[],
): Promise<void> {
  const placed = (await findOrder(tx, orderId))!;
  const known = listed.map((outcome) => ({ outcome, refund: knownRefund(placed, outcome) }));
  // One of ours that has failed makes room for one at the desk.
  for (const { outcome, refund } of known)
    if (refund) await applyRefundOutcome(context, tx, { orderId, refundId: refund.refundId, outcome });
  for (const { outcome, refund } of known) {
    if (refund) continue;
    const order = (await findOrder(tx, orderId))!;
    if (!isUnaccountedFor(order, listed, outcome)) continue;
    const refundId = await bookOutsideRefund(context, tx, order, outcome);
    if (refundId !== undefined) await applyRefundOutcome(context, tx, { orderId, refundId, outcome });
  }
}

function knownRefund({ refunds }: Order, outcome: GatewayRefund): OrderRefund | undefined {
  return (
    refunds.find(({ refundId }) => refundId === outcome.refundId) ??
    refunds.find(({ reference }) => reference === outcome.reference)
  );
}

/** Refunds at the desk were once booked without their names there, several in one: they are covered by that. */
function isUnaccountedFor(order: Order, listed: readonly GatewayRefund[], outcome: GatewayRefund): boolean {
  if (outcome.state === 'failed') return false;
  const there = listed.filter(({ state }) => state !== 'failed');
  const booked = order.refunds.filter(
    (refund) =>
      refund.status === 'succeeded' ||
      (refund.status === 'requested' &&
        there.some((one) => knownRefund({ ...order, refunds: [refund] }, one))),
  );
  const sum = (amounts: readonly { amountMinor: number }[]) =>
    amounts.reduce((all, { amountMinor }) => all + amountMinor, 0);
  return sum(there) - sum(booked) >= outcome.amountMinor;
}

/** Goods are not moved by it, unless nothing is left that somebody paid for. Undefined: it has to wait for a refund of ours to fail. */
async function bookOutsideRefund(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  { amountMinor, reference }: GatewayRefund,
): Promise<string | undefined> {
  const { orderId } = order;
  const payment = (await lockPayment(tx, orderId))!;
  const refundedMinor = payment.refundedMinor + amountMinor;
  context.logger.warn({ orderId, amountMinor }, 'refunded at the provider');
  if (refundedMinor > payment.amountMinor) return undefined;
  const isEverything = refundedMinor === payment.amountMinor && order.soldAt !== null;
  const lines = isEverything ? allUnitsAsTheyAre(order) : [];
  await settleReturns(tx, order, { lines, actor: 'payment' });
  await updatePayment(tx, payment.paymentId, { refundedMinor });
  return insertRefund(tx, {
    orderId,
    paymentId: payment.paymentId,
    amountMinor,
    reason: 'refunded at the payment provider',
    lines,
    restock: true,
    reference,
  });
}
