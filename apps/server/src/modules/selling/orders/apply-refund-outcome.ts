import type { Transaction } from '../../../platform/postgres/database.ts';
import type { RefundOutcome } from '../../../ports/payment-gateway.ts';
import { returnStock } from '../../catalogue/inventory/index.ts';
import {
  lockPayment,
  lockRefund,
  paymentMachine,
  type Refund,
  refundEvent,
  refundMachine,
  updatePayment,
  updateRefund,
} from '../payments/index.ts';
import { followGoods } from './follow-goods.ts';
import { givenBack } from './order.ts';
import type { OrderContext } from './order-context.ts';
import { queueOrderMail } from './order-mail.ts';
import { findOrder, lockOrder, recordEvent, updateOrder } from './order-repository.ts';

/** The outcome at the provider, or of a refund that needs no provider. */
type Outcome = RefundOutcome | { readonly state: 'succeeded'; readonly reference?: undefined };

/**
 * Applies the provider's outcome to a refund: if the money has moved, the goods go back into stock; if not, the order can ship or refund them again. The
 * effect is the same if an outcome arrives twice or late.
 */
export async function applyRefundOutcome(
  context: OrderContext,
  tx: Transaction,
  { orderId, refundId, outcome }: { orderId: string; refundId: string; outcome: Outcome },
): Promise<void> {
  await lockOrder(tx, orderId);
  const payment = (await lockPayment(tx, orderId))!;
  const refund = (await lockRefund(tx, refundId))!;
  const { reference } = outcome;
  if (outcome.state === 'requested') {
    if (refund.status === 'requested') await updateRefund(tx, refundId, { reference });
    return;
  }
  const hasSucceeded = outcome.state === 'succeeded';
  const status = refundMachine.next(refund.status, hasSucceeded ? 'succeed' : 'fail');
  if (!status) return;
  await updateRefund(tx, refundId, {
    status,
    reference,
    ...(outcome.state === 'failed' && { failureCode: outcome.message }),
  });
  if (!hasSucceeded)
    await updatePayment(tx, payment.paymentId, { refundedMinor: payment.refundedMinor - refund.amountMinor });
  else await restock(tx, refund);
  await followMoney(tx, orderId);
  await context.onRefunded(tx, orderId);
  const data = { refund_id: refundId, amount_minor: refund.amountMinor };
  await recordEvent(tx, {
    orderId,
    kind: hasSucceeded ? 'refunded' : 'refund-failed',
    actor: 'payment',
    data: outcome.state === 'failed' ? { ...data, message: outcome.message } : data,
  });
  const order = await followGoods(tx, orderId, 'payment');
  if (!hasSucceeded)
    context.logger.error(
      { orderId, refundId, was: refund.status },
      'a refund failed at the provider: the shop still owes it',
    );
  else if (refund.amountMinor > 0)
    await queueOrderMail(context, tx, order, {
      kind: 'order-refunded',
      refunded_minor: refund.amountMinor,
      refundId,
    });
}

/** Puts goods back into stock after the money has moved, once. */
async function restock(tx: Transaction, refund: Refund): Promise<void> {
  const here = refund.lines
    .map(({ productId, withheld, returned }) => ({ productId, quantity: withheld + returned }))
    .filter(({ quantity }) => quantity > 0);
  if (!refund.restock || refund.isRestocked || here.length === 0) return;
  await returnStock(tx, { orderId: refund.orderId, lines: here });
  await updateRefund(tx, refund.refundId, { isRestocked: true });
}

async function followMoney(tx: Transaction, orderId: string): Promise<void> {
  const order = (await findOrder(tx, orderId))!;
  const payment = (await lockPayment(tx, orderId))!;
  const event = refundEvent(payment.amountMinor, givenBack(order));
  const paymentStatus = paymentMachine.next(payment.status, event);
  if (!paymentStatus) return;
  await updatePayment(tx, payment.paymentId, { status: paymentStatus });
  await updateOrder(tx, orderId, { paymentStatus });
}
