import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import type { NextAction, PaymentOutcome } from '../../../ports/payment-gateway.ts';
import { releaseStock, sellStock } from '../../catalogue/inventory/index.ts';
import { lockPayment, type Payment, paymentMachine, updatePayment } from '../payments/index.ts';
import { giveBackPromotions } from '../pricing/index.ts';
import { deriveFulfilment } from './fulfilment.ts';
import { numberInvoice } from './invoice-repository.ts';
import type { Actor, CancelReason, Order } from './order.ts';
import type { AfterCommit, OrderContext } from './order-context.ts';
import { queueOrderMail } from './order-mail.ts';
import { lockOrder, recordEvent, updateOrder } from './order-repository.ts';
import { orderMachine } from './order-states.ts';
import { followRefunds, refundLateMoney } from './unasked-refunds.ts';

/**
 * The last third of placing an order: applies the provider's outcome to the order, in one transaction under the order's lock. The effect
 * is the same if an outcome arrives twice, late or out of order.
 */
export async function applyPaymentOutcome(
  context: OrderContext,
  orderId: string,
  outcome: PaymentOutcome,
  {
    actor = 'payment',
    whenCancelled = 'not-paid-in-time',
    isBuyerWaiting = false,
    onApplied,
  }: OutcomeOptions = {},
): Promise<void> {
  const afterCommit = await withTransaction(context.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    const payment = await lockPayment(tx, orderId);
    if (!order || !payment) throw new Error(`Order ${orderId} has no payment`);
    if (outcome.amount.amountMinor !== payment.amountMinor || outcome.amount.currency !== payment.currency) {
      context.logger.error({ orderId, asked: payment.amountMinor }, 'the provider reports another amount');
      return undefined;
    }
    const todo = await apply(context, tx, { order, payment, outcome, actor, whenCancelled, isBuyerWaiting });
    await onApplied?.();
    return todo;
  });
  await afterCommit?.();
}

export interface OutcomeOptions {
  readonly actor?: Actor;
  /** Why the order ends if the payment was cancelled. */
  readonly whenCancelled?: UnpaidReason;
  /** The buyer gets the outcome as the answer, and needs no mail. */
  readonly isBuyerWaiting?: boolean;
  /** Runs at the end of the transaction. */
  readonly onApplied?: () => Promise<void> | void;
}

interface Application {
  readonly order: Order;
  readonly payment: Payment;
  readonly outcome: PaymentOutcome;
  readonly actor: Actor;
  readonly whenCancelled: UnpaidReason;
  readonly isBuyerWaiting: boolean;
}

type UnpaidReason = Exclude<CancelReason, 'refunded'>;

async function apply(
  context: OrderContext,
  tx: Transaction,
  application: Application,
): Promise<AfterCommit | undefined> {
  const { order, payment, outcome } = application;
  switch (outcome.state) {
    case 'open':
    case 'processing':
      return undefined;
    case 'action-required':
      await requireAction(tx, application, outcome.nextAction);
      return undefined;
    case 'paid':
      if (payment.status === 'pending' || payment.status === 'action-required')
        return takeMoney(context, tx, order, payment);
      if (payment.status === 'failed' || payment.status === 'cancelled')
        await refundLateMoney(context, tx, order, payment);
      else await followRefunds(context, tx, order.orderId, outcome.refunds);
      return undefined;
    case 'failed':
      await giveUp(context, tx, application, {
        event: 'fail',
        reason: 'payment-failed',
        failure: outcome.failure,
      });
      return undefined;
    case 'cancelled':
      await giveUp(context, tx, application, { event: 'cancel', reason: application.whenCancelled });
      return undefined;
    default:
      return outcome satisfies never;
  }
}

async function requireAction(
  tx: Transaction,
  { order, payment, actor }: Application,
  nextAction: NextAction,
): Promise<void> {
  const status = paymentMachine.next(payment.status, 'require-action');
  if (!status) return;
  await updatePayment(tx, payment.paymentId, { status, nextAction });
  await updateOrder(tx, order.orderId, { paymentStatus: status });
  await recordEvent(tx, { orderId: order.orderId, kind: 'payment-action-required', actor });
}

async function takeMoney(
  context: OrderContext,
  tx: Transaction,
  order: Order,
  payment: Payment,
): Promise<AfterCommit | undefined> {
  const status = paymentMachine.next(payment.status, 'pay')!;
  const { orderId } = order;
  await updatePayment(tx, payment.paymentId, { status, nextAction: null });
  await updateOrder(tx, orderId, { paymentStatus: status, expiresAt: null, isSold: true });
  await recordEvent(tx, { orderId, kind: 'paid', actor: 'payment' });
  const afterCommit = await context.onPaid(tx, order);
  await queueOrderMail(context, tx, order, { kind: 'order-confirmed' });
  await sellStock(tx, orderId);
  await numberInvoice(tx, orderId);
  return afterCommit;
}

/** Cancels an order that will not be paid: releases its stock, and makes sure that its payment can never be charged. */
async function giveUp(
  context: OrderContext,
  tx: Transaction,
  { order, payment, actor, isBuyerWaiting }: Application,
  end: {
    event: 'cancel' | 'fail';
    reason: UnpaidReason;
    failure?: { code: string; message: string };
  },
): Promise<void> {
  const paymentStatus = paymentMachine.next(payment.status, end.event);
  const status = orderMachine.next(order.status, 'cancel');
  if (!paymentStatus || !status) return;
  const { orderId } = order;
  await updatePayment(tx, payment.paymentId, {
    status: paymentStatus,
    nextAction: null,
    ...(end.failure && { failureCode: end.failure.code }),
  });
  await updateOrder(tx, orderId, {
    status,
    paymentStatus,
    fulfilmentStatus: deriveFulfilment({ ...order, status }),
    cancelledBecause: end.reason,
    expiresAt: null,
  });
  const isFailure = end.event === 'fail';
  if (isFailure) await recordEvent(tx, { orderId, kind: 'payment-failed', actor, data: { ...end.failure } });
  await recordEvent(tx, { orderId, kind: 'cancelled', actor, data: { reason: end.reason } });
  const { isInCart } = await context.onGivenUp(tx, order, end.reason);
  const { reason } = end;
  // After a second step, the buyer's bank has already told them.
  const isKnown = isBuyerWaiting || (reason === 'payment-failed' && payment.status === 'action-required');
  if (!isKnown && reason !== 'by-shop' && reason !== 'by-shopper')
    await queueOrderMail(context, tx, order, { kind: 'order-not-paid', reason, isInCart });
  await giveBackPromotions(tx, orderId);
  await releaseStock(tx, orderId);
  if (isFailure && payment.reference !== null)
    await addJob(tx, { name: 'cancel-payment', payload: { orderId }, key: `cancel-payment:${orderId}` });
}
