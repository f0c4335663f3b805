/** @file The machine of a return as data. */
import { defineMachine } from '@kindred/shop-types';

/** `settled`: the goods were refunded before they were sent back, so nothing is to be sent any more. */
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

/** Its goods are with the shopper, and may come back. */
export function isOpenReturn({ status }: { readonly status: ReturnStatus }): boolean {
  return !returnMachine.isFinal(status);
}
