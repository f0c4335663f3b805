/** @file Words for the API's codes. */
import type { OrderEvent, OrderReturn } from '@kindred/contracts';

export const eventWords: Readonly<Record<OrderEvent['kind'], string>> = {
  placed: 'Order placed',
  'payment-action-required': 'Waiting for your bank',
  paid: 'Paid',
  'payment-failed': 'Payment declined',
  cancelled: 'Cancelled',
  shipped: 'Parcel handed to the carrier',
  delivered: 'Parcel delivered',
  completed: 'Everything delivered',
  'refund-requested': 'Refund started',
  refunded: 'Refunded',
  'refund-failed': 'The refund failed. We will contact you',
  returned: 'Items returned',
  'return-requested': 'Return requested',
  'return-approved': 'Return approved',
  'return-refused': 'Return declined',
  'return-withdrawn': 'Return withdrawn',
  'return-received': 'Return received',
  'return-settled': 'Return no longer needed',
};

export const returnStatusWords: Readonly<Record<OrderReturn['status'], string>> = {
  requested: 'We are reviewing your request',
  approved: 'Approved: you can send it back',
  refused: 'Declined',
  received: 'We received your return',
  withdrawn: 'Withdrawn',
  settled: 'Refunded: you do not need to send anything back',
};

export const returnReasons: readonly { value: OrderReturn['reason']; label: string }[] = [
  { value: 'damaged', label: 'It is damaged or does not work' },
  { value: 'wrong-item', label: 'It is not what I ordered' },
  { value: 'not-as-described', label: 'It is not as described' },
  { value: 'does-not-fit', label: 'It does not fit' },
  { value: 'arrived-late', label: 'It arrived too late' },
  { value: 'changed-mind', label: 'I changed my mind' },
  { value: 'other', label: 'Something else' },
];
