/** @file The machines of a payment and of a refund, as data. */
import { defineMachine } from '@kindred/shop-types';
import type { NextAction } from '../../../ports/payment-gateway.ts';

/**
 * `failed` and `cancelled` still take money: it may come late, whatever was agreed, and has to be booked before it can go back.
 * What was refunded can be owed again: a bank may send a refund back days after it succeeded.
 */
export const paymentMachine = defineMachine({
  initial: 'pending',
  transitions: {
    pending: { 'require-action': 'action-required', pay: 'paid', fail: 'failed', cancel: 'cancelled' },
    'action-required': { pay: 'paid', fail: 'failed', cancel: 'cancelled' },
    failed: { pay: 'paid' },
    cancelled: { pay: 'paid' },
    paid: { 'refund-part': 'partly-refunded', 'refund-all': 'refunded' },
    'partly-refunded': { 'refund-part': 'partly-refunded', 'refund-all': 'refunded', 'refund-none': 'paid' },
    refunded: { 'refund-part': 'partly-refunded', 'refund-none': 'paid' },
  },
});
export type PaymentStatus = (typeof paymentMachine)['initial'];

export const refundMachine = defineMachine({
  initial: 'requested',
  transitions: {
    requested: { succeed: 'succeeded', fail: 'failed' },
    succeeded: { fail: 'failed' },
    failed: {},
  },
});
export type RefundStatus = (typeof refundMachine)['initial'];

export interface Payment {
  readonly paymentId: string;
  readonly orderId: string;
  readonly provider: string;
  /** Null until the provider has opened it. */
  readonly reference: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly method: string | null;
  readonly failureCode: string | null;
  readonly nextAction: NextAction | null;
  /** What went back or is on its way back. */
  readonly refundedMinor: number;
}

/** Units of a line that a refund is about, by where they are. */
export interface RefundedUnits {
  /** Never shipped, and not to be. */
  readonly withheld: number;
  /** Shipped, and here again. */
  readonly returned: number;
  /** Shipped, and not coming back. */
  readonly kept: number;
}

export interface RefundedLine extends RefundedUnits {
  readonly productId: number;
}

export interface Refund {
  readonly refundId: string;
  readonly orderId: string;
  readonly amountMinor: number;
  readonly status: RefundStatus;
  /** Whether what is withheld and returned goes on the shelf once the money has moved. */
  readonly restock: boolean;
  readonly isRestocked: boolean;
  /** The provider's name for it; null until the provider has answered. */
  readonly reference: string | null;
  /** The payment's, at the provider. */
  readonly paymentReference: string | null;
  readonly lines: readonly RefundedLine[];
}

/** The event that makes a payment's status follow what has gone back of it. */
export function refundEvent(
  amountMinor: number,
  givenBackMinor: number,
): 'refund-all' | 'refund-none' | 'refund-part' {
  if (givenBackMinor === 0) return 'refund-none';
  return givenBackMinor === amountMinor ? 'refund-all' : 'refund-part';
}
