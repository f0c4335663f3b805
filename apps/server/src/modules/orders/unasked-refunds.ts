/** @file Money that moved without the shop: it came after the order was given up, or went back at the provider's own desk. */
import type { Transaction } from '../../platform/postgres/database.ts';
import { insertRefund, type Payment, paymentMachine, updatePayment } from '../payments/index.ts';
import type { Order } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { recordEvent, updateOrder } from './order-repository.ts';
import { queueRefund } from './request-refund.ts';

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
  await queueRefund(tx, {
    order,
    payment,
    amountMinor: payment.amountMinor,
    reason: 'paid after the order was cancelled',
    lines: [],
    restock: false,
    actor: 'payment',
  });
}

/** Somebody refunded at the provider itself: the books here follow. Goods are not moved by it. */
export async function recordOutsideRefund(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  payment: Payment,
  refundedMinor: number,
): Promise<void> {
  const amountMinor = refundedMinor - payment.refundedMinor;
  if (amountMinor <= 0) return;
  const status = paymentMachine.next(
    payment.status,
    refundedMinor === payment.amountMinor ? 'refund-all' : 'refund-part',
  );
  if (!status) return;
  context.logger.warn({ orderId: order.orderId, amountMinor }, 'refunded at the provider');
  await insertRefund(tx, {
    orderId: order.orderId,
    paymentId: payment.paymentId,
    amountMinor,
    reason: 'refunded at the payment provider',
    lines: [],
    restock: false,
    status: 'succeeded',
  });
  await updatePayment(tx, payment.paymentId, { status, refundedMinor });
  await updateOrder(tx, order.orderId, { paymentStatus: status });
  await recordEvent(tx, {
    orderId: order.orderId,
    kind: 'refunded',
    actor: 'payment',
    data: { amount_minor: amountMinor },
  });
}
