/** @file The progress of an order, in the steps that a shopper expects. */
import type { Order, OrderEvent } from '@kindred/contracts';

export interface OrderStep {
  readonly name: string;
  /** When the step was done. */
  readonly at: string | null;
  readonly state: 'current' | 'done' | 'next';
  readonly note?: string;
}

type Told = Pick<Order, 'created_at' | 'fulfilment_status' | 'history' | 'lines' | 'shipments' | 'status'>;

function momentOf({ history }: Told, kind: OrderEvent['kind']): string | null {
  return history.findLast((event) => event.kind === kind)?.happened_at ?? null;
}

const latest = (times: readonly (string | null)[]): string | null =>
  times.every((time) => time !== null) ? (times.toSorted().at(-1) ?? null) : null;

function partOf(arrived: number, parcels: number): string {
  return parcels === 1 ? 'Partly' : `${arrived} of ${parcels} parcels`;
}

export function orderSteps(order: Told): OrderStep[] {
  const { shipments } = order;
  const paidAt = momentOf(order, 'paid');
  const cancelledAt = order.status === 'Cancelled' ? momentOf(order, 'cancelled') : null;
  const isAllSent = !/^(unfulfilled|partly-shipped|cancelled)$/.test(order.fulfilment_status);
  const sentAt = isAllSent ? latest(shipments.map(({ shipped_at }) => shipped_at)) : null;
  const arrived = shipments.filter(({ delivered_at }) => delivered_at !== null).length;
  const deliveredAt = isAllSent ? latest(shipments.map(({ delivered_at }) => delivered_at)) : null;
  const steps: { name: string; at: string | null; note?: string }[] = [
    { name: 'Ordered', at: order.created_at },
    { name: 'Paid', at: paidAt },
    { name: 'Shipped', at: sentAt, ...(sentAt === null && shipments.length > 0 && { note: 'Partly' }) },
    {
      name: 'Delivered',
      at: deliveredAt,
      ...(deliveredAt === null && arrived > 0 && { note: partOf(arrived, shipments.length) }),
    },
  ];
  // Steps that did not happen before the cancellation never will.
  const told =
    cancelledAt === null
      ? steps
      : [...steps.filter(({ at }) => at !== null), { name: 'Cancelled', at: cancelledAt }];
  const current = told.findIndex(({ at }) => at === null);
  return told.map((step, index) => ({
    ...step,
    state: step.at !== null ? 'done' : index === current ? 'current' : 'next',
  }));
}
