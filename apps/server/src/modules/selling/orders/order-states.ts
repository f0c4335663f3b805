/** @file The state machine of an order. Those of the payment and the refund are in modules/selling/payments; the fulfilment is derived. */
import { defineMachine } from '@kindred/shop-types';

/**
 * An order ends when nothing is left to be shipped or delivered (fulfilment.ts): as Completed if something was delivered, otherwise as
 * Cancelled.
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
