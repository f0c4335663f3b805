import type { Transaction } from '../../platform/postgres/database.ts';
import { returnStock } from '../inventory/index.ts';
import type { Order } from './order.ts';
import { addRefundedQuantities } from './order-repository.ts';
import { remainingLines } from './refund-amount.ts';

/** Goods that were free of charge, or whose money went back before, return to the shelf. */
export async function restockWithoutMoney(tx: Transaction, order: Order): Promise<void> {
  const lines = remainingLines(order);
  await addRefundedQuantities(tx, order.orderId, lines);
  await returnStock(tx, { orderId: order.orderId, lines });
}
