/** @file The machine of an order as data. The payment's and the refund's are in modules/selling/payments; the fulfilment is derived. */
import { defineMachine } from '@kindred/shop-types';

/**
 * What F1.4 shows. An order ends when nothing of it is to be shipped or delivered any more (fulfilment.ts): Completed when
 * something was delivered, else Cancelled.
 */
export const orderMachine = defineMachine({
  initial: 'Pending',
  transitions: {
    Pending: { complete: 'Completed', cancel: 'Cancelled' },
    Completed: {},
    Cancelled: {},
  },
});
export type OrderStatus = keyof typeof orderMachine.transitions;
