import type { CheckoutChange, Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { type FormError, unreachableText } from '../../shared/form-errors.ts';
import type { Step } from './checkout-steps.ts';

/** The answer of an action, for the page that sent the form. */
export interface CheckoutReply {
  readonly step?: Step | undefined;
  readonly errors?: readonly FormError[] | undefined;
  /** As typed. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** The differences from the page on which the shopper pressed Pay. */
  readonly changes?: readonly CheckoutChange[] | undefined;
  readonly totals?: Problem['totals'];
  /** Why the payment failed, if the order has not changed. */
  readonly failure?: string | undefined;
  /** The request or its answer was lost: the page keeps its state. */
  readonly isUnreachable?: boolean | undefined;
  readonly promo?: { readonly code: string; readonly error?: string } | undefined;
}

export function reply(content: CheckoutReply, status = 200) {
  return data<CheckoutReply>(content, { status });
}

export function unreachableReply(step: Step): CheckoutReply {
  return { step, errors: [{ message: unreachableText }], failure: unreachableText, isUnreachable: true };
}
