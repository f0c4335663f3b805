import type { Money, ShownBasket } from '@kindred/contracts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { payOrder, settleOrder } from '../orders/index.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { prepareOrder } from './prepare-order.ts';

/**
 * Places the order of a checkout. `prepareOrder` prices the cart again under lock, and refuses a price that the page did not show. Then it
 * pays outside any transaction, and finalises. Repeated calls return the existing
 * order. If the process dies in between, the reconciliation finishes the order.
 * @throws ProblemError
 */
export async function confirmCheckout(
  context: CheckoutContext,
  request: {
    owner: CartOwner;
    checkoutId: string;
    expectedTotal: Money;
    method: string | undefined;
    shown?: ShownBasket | undefined;
  },
): Promise<string> {
  const { orders, onStep, clock } = context;
  await onStep('received', undefined);
  const prepared = await withTransaction(orders.db, async (tx) => {
    const result = await prepareOrder(tx, {
      ...request,
      provider: orders.gateway.provider,
      now: clock(),
    });
    await onStep('prepared-uncommitted', result.orderId);
    return result;
  });
  const { orderId } = prepared;
  await onStep('prepared', orderId);
  if (prepared.kind === 'ordered') await settleOrder(orders, orderId);
  else
    await payOrder(orders, {
      orderId,
      method: prepared.method ?? '',
      onStep: (step) => onStep(step, orderId),
    });
  return orderId;
}
