import type { Checkout } from '@kindred/contracts';
import { hasTypedAddress } from './chosen-address.ts';

export const steps = ['contact', 'delivery', 'payment', 'review'] as const;
export type Step = (typeof steps)[number];

export const stepTitles: Readonly<Record<Step, string>> = {
  contact: 'Contact',
  delivery: 'Delivery',
  payment: 'Payment',
  review: 'Review and pay',
};

/** The form of the open step. Fields elsewhere on the page belong to it too. */
export const stepFormId = 'step-form';

/** The form of a logged-in shopper has this field, because the log-in may end before the form is sent. */
export const memberField = 'member';

export function stepOf(text: string | null): Step | undefined {
  return steps.find((step) => step === text);
}

export function stepPath(step: Step): string {
  return `/checkout?step=${step}`;
}

type Progress = Pick<Checkout, 'breakdown' | 'draft' | 'missing' | 'payment_method'>;

/** A step with unfinished input is not done, even if an earlier value is valid. */
export function isStepDone(step: Step, { draft, missing, payment_method, breakdown }: Progress): boolean {
  switch (step) {
    case 'contact':
      return !missing.includes('email') && draft.email === undefined;
    case 'delivery':
      return (
        !missing.includes('shipping_address') &&
        !missing.includes('shipping_method_id') &&
        !hasTypedAddress({ draft })
      );
    case 'payment':
      return payment_method !== null || breakdown.total_price.amount_minor === 0;
    case 'review':
      return false;
    default:
      return step satisfies never;
  }
}

/** The step with which the shopper continues. */
export function firstOpenStep(checkout: Progress): Step {
  return steps.find((step) => !isStepDone(step, checkout)) ?? 'review';
}

/** Shows the requested step if all steps before it are done. */
export function stepToShow(asked: Step | undefined, checkout: Progress): Step {
  const open = firstOpenStep(checkout);
  return asked !== undefined && steps.indexOf(asked) <= steps.indexOf(open) ? asked : open;
}
