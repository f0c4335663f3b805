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

/** The form of the step that is open; what stands elsewhere on the page is sent with it. */
export const stepFormId = 'step-form';

/** Sent with the form of somebody who is logged in: the log-in may be over by then. */
export const memberField = 'member';

export function stepOf(text: string | null): Step | undefined {
  return steps.find((step) => step === text);
}

export function stepPath(step: Step): string {
  return `/checkout?step=${step}`;
}

type Progress = Pick<Checkout, 'breakdown' | 'draft' | 'missing' | 'payment_method'>;

/** A step in which something half typed waits is not done, though there is something good of before. */
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

/** Where a shopper has to go on. */
export function firstOpenStep(checkout: Progress): Step {
  return steps.find((step) => !isStepDone(step, checkout)) ?? 'review';
}

/** A step that is asked for is shown once all before it are done. */
export function stepToShow(asked: Step | undefined, checkout: Progress): Step {
  const open = firstOpenStep(checkout);
  return asked !== undefined && steps.indexOf(asked) <= steps.indexOf(open) ? asked : open;
}
