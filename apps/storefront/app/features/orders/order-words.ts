/** @file Words for what the API names by codes. */
import type { OrderEvent, OrderReturn } from '@kindred/contracts';

export const eventWords: Readonly<Record<OrderEvent['kind'], string>> = {
  placed: 'Order placed',
  'payment-action-required': 'Waiting for your bank',
  paid: 'Paid',
  'payment-failed': 'Payment declined',
  cancelled: 'Cancelled',
  shipped: 'Parcel handed to the carrier',
  delivered: 'Parcel delivered',
  completed: 'All of it arrived',
  'refund-requested': 'Refund started',
  refunded: 'Refunded',
  'refund-failed': 'The refund did not arrive, we will be in touch',
  returned: 'Goods came back',
  'return-requested': 'Return requested',
  'return-approved': 'Return approved',
  'return-refused': 'Return refused',
  'return-withdrawn': 'Return withdrawn',
  'return-received': 'Return arrived',
  'return-settled': 'Return no longer needed',
};

export const returnStatusWords: Readonly<Record<OrderReturn['status'], string>> = {
  requested: 'We are looking at your request',
  approved: 'Approved: you can send it back',
  refused: 'Refused',
  received: 'It has arrived here',
  withdrawn: 'Withdrawn',
  settled: 'Refunded, nothing has to be sent back',
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
