/** @file The machines of a payment and of a refund, as data. */
import { defineMachine } from '@kindred/shop-types';
import type { NextAction } from '../../ports/payment-gateway.ts';

/**
 * `failed` and `cancelled` still take money: it may come late, whatever was agreed, and has to be booked before it can go back.
 */
export const paymentMachine = defineMachine({
  initial: 'pending',
  transitions: {
    pending: { 'require-action': 'action-required', pay: 'paid', fail: 'failed', cancel: 'cancelled' },
    'action-required': { pay: 'paid', fail: 'failed', cancel: 'cancelled' },
    failed: { pay: 'paid' },
    cancelled: { pay: 'paid' },
    paid: { 'refund-part': 'partly-refunded', 'refund-all': 'refunded' },
    'partly-refunded': { 'refund-part': 'partly-refunded', 'refund-all': 'refunded' },
    refunded: {},
  },
});
export type PaymentStatus = (typeof paymentMachine)['initial'];

export const refundMachine = defineMachine({
  initial: 'requested',
  transitions: {
    requested: { succeed: 'succeeded', fail: 'failed' },
    failed: { retry: 'requested' },
    succeeded: {},
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

export interface Refund {
  readonly refundId: string;
  readonly orderId: string;
  readonly paymentId: string;
  readonly amountMinor: number;
  readonly status: RefundStatus;
  /** The payment's, at the provider. */
  readonly paymentReference: string | null;
}
