/** @file The state machines of a payment and of a refund. */
import { defineMachine } from '@kindred/shop-types';
import type { NextAction } from '../../../ports/payment-gateway.ts';

/**
 * `failed` and `cancelled` payments can still become paid: money may arrive late and must be booked before it can be refunded. A
 * refunded payment can become owed again, because a bank may return a refund days after it succeeded.
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
  /** Null until the provider has opened the payment. */
  readonly reference: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly status: PaymentStatus;
  readonly method: string | null;
  readonly failureCode: string | null;
  readonly nextAction: NextAction | null;
  /** The amount that was refunded or is being refunded. */
  readonly refundedMinor: number;
}

/** The units of a line that a refund includes, by where they are. */
export interface RefundedUnits {
  /** Never shipped. */
  readonly withheld: number;
  /** Shipped, and returned. */
  readonly returned: number;
  /** Shipped, and kept by the buyer or lost. */
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
  /** Whether withheld and returned units go back into stock when the refund succeeds. */
  readonly restock: boolean;
  readonly isRestocked: boolean;
  /** The provider's reference, or null until the provider has answered. */
  readonly reference: string | null;
  /** The provider's reference of the payment. */
  readonly paymentReference: string | null;
  readonly lines: readonly RefundedLine[];
}

/** Returns the event that updates a payment's status to its refunded amount. */
export function refundEvent(
  amountMinor: number,
  givenBackMinor: number,
): 'refund-all' | 'refund-none' | 'refund-part' {
  if (givenBackMinor === 0) return 'refund-none';
  return givenBackMinor === amountMinor ? 'refund-all' : 'refund-part';
}
