import type { Transaction } from '../../../platform/postgres/database.ts';
import type { RefundedLine } from '../payments/index.ts';
import type { Actor, Order } from './order.ts';
import { recordEvent } from './order-repository.ts';
import { unitsOut } from './order-units.ts';
import { updateReturn } from './return-repository.ts';
import { isOpenReturn } from './return-states.ts';

/**
 * Frees units for a refund that a shopper was going to send back. The newest returns for which too few units are left end as settled, and
 * their goods need not be sent. The caller holds the order's lock and has not stored the refund yet.
 */
export async function settleReturns(
  tx: Transaction,
  order: Order,
  { lines, actor }: { lines: readonly RefundedLine[]; actor: Actor },
): Promise<void> {
  const left = new Map(
    order.lines.map((line) => {
      const refunded = lines.find(({ productId }) => productId === line.productId);
      return [line.productId, unitsOut(line) - (refunded ? refunded.returned + refunded.kept : 0)];
    }),
  );
  for (const one of order.returns.filter(isOpenReturn)) {
    const fits = one.lines.every(({ productId, quantity }) => quantity <= left.get(productId)!);
    if (fits) {
      for (const { productId, quantity } of one.lines) left.set(productId, left.get(productId)! - quantity);
      continue;
    }
    await updateReturn(tx, one.returnId, { status: 'settled' });
    const data = { return_id: one.returnId };
    await recordEvent(tx, { orderId: order.orderId, kind: 'return-settled', actor, data });
  }
}
