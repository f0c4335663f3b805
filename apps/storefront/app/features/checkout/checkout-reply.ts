import type { CheckoutChange, Problem } from '@kindred/contracts';
import { data } from 'react-router';
import { type FormError, unreachableText } from '../../shared/form-errors.ts';
import type { Step } from './checkout-steps.ts';

/** What an action has to say on the page that it came from. */
export interface CheckoutReply {
  readonly step?: Step | undefined;
  readonly errors?: readonly FormError[] | undefined;
  /** As typed. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  /** What is otherwise than the shopper was shown when they pressed Pay. */
  readonly changes?: readonly CheckoutChange[] | undefined;
  readonly totals?: Problem['totals'];
  /** Why nothing was paid, where nothing changed. */
  readonly failure?: string | undefined;
  /** The shop did not hear of it, or its answer was lost: what the page shows stays. */
  readonly isUnreachable?: boolean | undefined;
  readonly promo?: { readonly code: string; readonly error?: string } | undefined;
}

export function reply(content: CheckoutReply, status = 200) {
  return data<CheckoutReply>(content, { status });
}

export function unreachableReply(step: Step): CheckoutReply {
  return { step, errors: [{ message: unreachableText }], failure: unreachableText, isUnreachable: true };
}
