/** @file How far an order is and whether it is over, derived from its lines, which count its shipments and refunds. */
import type { OrderStatus } from './order-states.ts';
import type { LineUnits } from './order-units.ts';

export type FulfilmentStatus =
  | 'unfulfilled'
  | 'partly-shipped'
  | 'shipped'
  | 'partly-delivered'
  | 'delivered'
  | 'returned'
  | 'cancelled';

interface Goods {
  readonly status: OrderStatus;
  readonly lines: readonly LineUnits[];
}

const total = <Line>(lines: readonly Line[], count: (line: Line) => number) =>
  lines.reduce((sum, line) => sum + count(line), 0);

/** Units that refunds withhold are not waited for. */
export function deriveFulfilment({ status, lines }: Goods): FulfilmentStatus {
  const toSend = total(lines, ({ quantity, refunded }) => quantity - refunded.withheld);
  const shipped = total(lines, (line) => line.shipped);
  if (shipped === 0) return status === 'Cancelled' || toSend === 0 ? 'cancelled' : 'unfulfilled';
  if (shipped < toSend && status !== 'Cancelled') return 'partly-shipped';
  if (total(lines, ({ refunded }) => refunded.returned) === shipped) return 'returned';
  const delivered = total(lines, (line) => line.delivered);
  if (delivered === shipped) return 'delivered';
  return delivered > 0 ? 'partly-delivered' : 'shipped';
}

/**
 * What ends an order of which goods were sold: nothing is left to be shipped, and every parcel has arrived or its goods were
 * refunded. Undefined: it goes on.
 */
export function deriveEnd({ status, lines }: Goods): 'cancel' | 'complete' | undefined {
  if (status !== 'Pending') return undefined;
  const waits = lines.some(({ quantity, shipped, delivered, refunded }) => {
    const underWay = shipped - Math.max(delivered, refunded.returned + refunded.kept);
    return quantity - shipped - refunded.withheld > 0 || underWay > 0;
  });
  if (waits) return undefined;
  return lines.some(({ delivered }) => delivered > 0) ? 'complete' : 'cancel';
}
