/** @file The state machine of a return. */
import { defineMachine } from '@kindred/shop-types';

/** `settled`: the goods were refunded before they were sent back, so they need not be sent. */
export const returnMachine = defineMachine({
  initial: 'requested',
  transitions: {
    requested: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', settle: 'settled' },
    approved: { receive: 'received', withdraw: 'withdrawn', settle: 'settled' },
    refused: {},
    received: {},
    withdrawn: {},
    settled: {},
  },
});
export type ReturnStatus = (typeof returnMachine)['initial'];

/** The shopper has the goods and may still send them back. */
export function isOpenReturn({ status }: { readonly status: ReturnStatus }): boolean {
  return !returnMachine.isFinal(status);
}
