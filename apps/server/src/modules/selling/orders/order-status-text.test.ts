import { expect, test } from 'vitest';
import { orderStatusText } from './order-status-text.ts';
import { noUnits } from './order-units.ts';

type Told = Parameters<typeof orderStatusText>[0];
type Line = Told['lines'][number];

const line = (units: Partial<Line>): Line =>
  ({ quantity: 2, shipped: 0, delivered: 0, refunded: noUnits, refunding: noUnits, ...units }) as Line;
const parcel = (deliveredAt: string | null) => ({ deliveredAt }) as Told['shipments'][number];
const refund = (status: Told['refunds'][number]['status'], amountMinor = 500) =>
  ({ status, amountMinor }) as Told['refunds'][number];
const held = { ...noUnits, withheld: 1 };

const paid: Told = {
  status: 'Pending',
  paymentStatus: 'paid',
  fulfilmentStatus: 'unfulfilled',
  cancelledBecause: null,
  lines: [line({})],
  shipments: [],
  refunds: [],
};
const partly: Told = {
  ...paid,
  fulfilmentStatus: 'partly-shipped',
  lines: [line({ shipped: 1 })],
  shipments: [parcel(null)],
};
const cancelled: Told = {
  ...paid,
  status: 'Cancelled',
  fulfilmentStatus: 'cancelled',
  cancelledBecause: 'by-shopper',
};

test.for<[sentence: string, order: Told]>([
  ['We are waiting for your payment.', { ...paid, paymentStatus: 'action-required' }],
  ['Paid. We are packing it.', paid],
  ['Paid. We are packing it.', { ...paid, lines: [line({ refunding: held })] }],
  ['Your refund is on its way.', { ...paid, lines: [line({ quantity: 1, refunding: held })] }],
  ['Part of it is on its way. We are packing the rest.', partly],
  ['Part of it was delivered. We are packing the rest.', { ...partly, shipments: [parcel('2026-11-28')] }],
  [
    'Part of it was delivered, and another part is on its way. We are packing the rest.',
    {
      ...partly,
      lines: [line({ quantity: 3, shipped: 2 })],
      shipments: [parcel('2026-11-28'), parcel(null)],
    },
  ],
  [
    'Part of it is on its way. The rest is being refunded.',
    { ...partly, lines: [line({ shipped: 1, refunding: held })] },
  ],
  ['You cancelled it. You have not been charged.', { ...cancelled, paymentStatus: 'cancelled' }],
  ['You cancelled it. Your refund is on its way.', { ...cancelled, refunds: [refund('requested')] }],
  [
    'You cancelled it. We have refunded what you paid.',
    { ...cancelled, paymentStatus: 'refunded', refunds: [refund('failed'), refund('succeeded')] },
  ],
  [
    'You cancelled it. We have refunded part of what you paid.',
    { ...cancelled, paymentStatus: 'partly-refunded', refunds: [refund('succeeded')] },
  ],
  [
    'You cancelled it. Your refund failed. We will contact you.',
    { ...cancelled, refunds: [refund('failed')] },
  ],
  [
    'The payment did not go through. You have not been charged.',
    { ...cancelled, cancelledBecause: 'payment-failed' },
  ],
])('%s', ([sentence, order]) => {
  expect(orderStatusText(order)).toBe(sentence);
});
