/** @file Describes the state of an order in a sentence for its buyer. */
import type { CancelReason, Order } from './order.ts';
import { shippableUnits, unitCount } from './order-units.ts';

type Told = Pick<
  Order,
  'cancelledBecause' | 'fulfilmentStatus' | 'lines' | 'paymentStatus' | 'refunds' | 'shipments' | 'status'
>;

const reasons: Readonly<Record<CancelReason, string>> = {
  'payment-failed': 'The payment did not go through.',
  'payment-unavailable': 'The payment could not be made.',
  'not-paid-in-time': 'It was not paid in time.',
  'by-shopper': 'You cancelled it.',
  'by-shop': 'We had to cancel it.',
  refunded: 'It is cancelled.',
};

export function orderStatusText(order: Told): string {
  if (order.status === 'Cancelled')
    return `${reasons[order.cancelledBecause ?? 'by-shop']} ${moneyBack(order)}`;
  if (order.paymentStatus === 'refunded') return 'We have refunded what you paid.';
  switch (order.fulfilmentStatus) {
    case 'delivered':
      return 'Delivered. We hope you like it.';
    case 'partly-delivered':
      return 'Part of it was delivered, and the rest is on its way.';
    case 'returned':
      return 'It was returned to us.';
    case 'shipped':
      return 'On its way.';
    case 'partly-shipped':
      return `${partlyShipped(order)} ${isToBePacked(order) ? 'We are packing the rest.' : 'The rest is being refunded.'}`;
    default:
      return unfulfilled(order);
  }
}

function unfulfilled(order: Told): string {
  if (order.paymentStatus === 'pending' || order.paymentStatus === 'action-required')
    return 'We are waiting for your payment.';
  return isToBePacked(order) ? 'Paid. We are packing it.' : 'Your refund is on its way.';
}

function partlyShipped({ shipments }: Told): string {
  const arrived = shipments.filter(({ deliveredAt }) => deliveredAt !== null).length;
  if (arrived === 0) return 'Part of it is on its way.';
  return arrived === shipments.length
    ? 'Part of it was delivered.'
    : 'Part of it was delivered, and another part is on its way.';
}

/** False if a refund holds everything that is left. */
function isToBePacked({ lines }: Told): boolean {
  return (
    lines.some((line) => shippableUnits(line) > 0) || lines.every((line) => unitCount(line.refunding) === 0)
  );
}

function moneyBack({ paymentStatus, refunds }: Told): string {
  const paidBack = refunds.filter(({ amountMinor }) => amountMinor > 0);
  if (paidBack.length === 0) return 'You have not been charged.';
  if (paidBack.at(-1)?.status === 'failed') return 'Your refund failed. We will contact you.';
  if (paidBack.some(({ status }) => status === 'requested')) return 'Your refund is on its way.';
  return paymentStatus === 'refunded'
    ? 'We have refunded what you paid.'
    : 'We have refunded part of what you paid.';
}
