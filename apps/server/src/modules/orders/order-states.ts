/** @file The machines of an order as data. The payment's and the refund's are in modules/payments. */
import { defineMachine } from '@kindred/shop-types';

/** What F1.4 shows. An order is Completed once it has been delivered. */
export const orderMachine = defineMachine({
  initial: 'Pending',
  transitions: {
    Pending: { complete: 'Completed', cancel: 'Cancelled' },
    Completed: {},
    Cancelled: {},
  },
});
export type OrderStatus = keyof typeof orderMachine.transitions;

export const fulfilmentMachine = defineMachine({
  initial: 'unfulfilled',
  transitions: {
    unfulfilled: { ship: 'shipped', cancel: 'cancelled' },
    shipped: { deliver: 'delivered', return: 'returned' },
    delivered: { return: 'returned' },
    returned: {},
    cancelled: {},
  },
});
export type FulfilmentStatus = keyof typeof fulfilmentMachine.transitions;
