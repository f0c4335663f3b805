/** @file Payments that arrived after the order was cancelled, and refunds that were made in the provider's dashboard. */
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

/** Refunds a payment for a cancelled order, because no stock is reserved for it any more. */
export async function refundLateMoney(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  payment: Payment,
): Promise<void> {
  const status = paymentMachine.next(payment.status, 'pay')!;
  context.logger.warn({ orderId: order.orderId }, 'a cancelled order was paid: the payment is refunded');
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

/** Applies the refunds that the provider lists: the states of ours, and those that were made in its dashboard. */
export async function followRefunds(
  context: OrderContext,
  tx: Transaction,
  orderId: string,
  listed: readonly GatewayRefund[],
): Promise<void> {
  const placed = (await findOrder(tx, orderId))!;
  const known = listed.map((outcome) => ({ outcome, refund: knownRefund(placed, outcome) }));
  // A failed refund of ours frees the amount for one in the dashboard.
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

/** Earlier versions booked refunds in the dashboard without their references, several in one. Such a refund covers them. */
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

/** Moves no goods unless the whole payment is refunded. Returns undefined if it has to wait until a refund of ours fails. */
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
