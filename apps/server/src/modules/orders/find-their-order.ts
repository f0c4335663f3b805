import type { Caller } from '../../platform/http/caller.ts';
import type { Order } from './order.ts';
import { opensOrder } from './order-access.ts';

/** An order is seen by who placed it, by administrators, and by whoever holds its token. */
export async function isTheirOrder(
  order: Order,
  { caller, access, secret }: { caller: Caller; access: string | undefined; secret: string },
): Promise<boolean> {
  if (caller.isAdmin) return true;
  if (caller.userId !== undefined && order.userId === caller.userId) return true;
  return access !== undefined && opensOrder(secret, access, order.orderId);
}
