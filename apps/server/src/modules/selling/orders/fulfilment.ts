/** @file Derives the fulfilment of an order, and whether it has ended, from its lines, which count shipments and refunds. */
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

/** Units that refunds withhold need not be shipped. */
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
 * Returns how an order ends when nothing is left to be shipped and every parcel has arrived or was refunded. Returns undefined if the
 * order has not ended.
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
