/** @file The test provider's refunds, which behave as its cards define. */
import { randomBytes } from 'node:crypto';
import type { GatewayRefund } from '../ports/payment-gateway.ts';
import type { RefundBehaviour } from './test-payment-cards.ts';

export interface BookedRefund {
  /** The idempotency key of the request. */
  readonly key: string;
  readonly reference: string;
  readonly amount_minor: number;
  readonly state: GatewayRefund['state'];
}

const firstState: Readonly<Record<RefundBehaviour, GatewayRefund['state']>> = {
  succeed: 'succeeded',
  fail: 'failed',
  'pend-then-succeed': 'requested',
  'pend-then-fail': 'requested',
  'succeed-then-fail': 'succeeded',
};

const lastState: typeof firstState = {
  succeed: 'succeeded',
  fail: 'failed',
  'pend-then-succeed': 'succeeded',
  'pend-then-fail': 'failed',
  'succeed-then-fail': 'failed',
};

export function requestedRefund(key: string, amountMinor: number, refundsAs: RefundBehaviour): BookedRefund {
  const reference = `testre_${randomBytes(12).toString('hex')}`;
  return { key, reference, amount_minor: amountMinor, state: firstState[refundsAs] };
}

/** Each look at a refund simulates that time has passed. */
export function askAgain(refund: BookedRefund, refundsAs: RefundBehaviour): BookedRefund {
  return refund.state === 'failed' ? refund : { ...refund, state: lastState[refundsAs] };
}

export function listed({ key, reference, amount_minor, state }: BookedRefund): GatewayRefund {
  const refund = { refundId: key, reference, amountMinor: amount_minor };
  return state === 'failed'
    ? { ...refund, state, message: 'The test card rejects refunds.' }
    : { ...refund, state };
}
