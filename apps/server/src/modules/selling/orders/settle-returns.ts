import type { Transaction } from '../../../platform/postgres/database.ts';
import type { RefundedLine } from '../payments/index.ts';
import type { Actor, Order } from './order.ts';
import { recordEvent } from './order-repository.ts';
import { unitsOut } from './order-units.ts';
import { updateReturn } from './return-repository.ts';
import { isOpenReturn } from './return-states.ts';

/**
 * Makes room for a refund of units that somebody was going to send back: the newest returns that it leaves too few units for are
 * over, and nothing is to be sent. The caller holds the order's lock and has not written the refund down yet.
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
