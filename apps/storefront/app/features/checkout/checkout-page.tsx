import { Container, classNames } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useSession } from '../session/use-session.ts';
import type { CheckoutReply } from './checkout-reply.ts';
import { memberField, type Step, stepFormId, steps } from './checkout-steps.ts';
import { ContactStep } from './contact-step.tsx';
import { DeliveryStep } from './delivery-step.tsx';
import { DoneStep } from './done-step.tsx';
import type { CheckoutSteps } from './load-checkout.ts';
import { OrderSummary } from './order-summary.tsx';
import { PaymentStep } from './payment-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { LaterStep, StepSection } from './step-section.tsx';

export interface StepProps {
  readonly data: CheckoutSteps;
  /** The answer of the last action to this step. */
  readonly answer: CheckoutReply | undefined;
}

const openSteps: Readonly<Record<Step, (props: StepProps) => React.ReactNode>> = {
  contact: ContactStep,
  delivery: DeliveryStep,
  payment: PaymentStep,
  review: ReviewStep,
};

export function CheckoutPage({ data, answer }: StepProps) {
  const { step, checkout, estimate } = data;
  const { account } = useSession();
  const headingRef = useStepFocus(step);
  const ofStep = answer?.step === step ? answer : undefined;
  const OpenStep = openSteps[step];
  const position = steps.indexOf(step);
  return (
    <Container className="pt-6 md:pt-10">
      <h1 className="font-semibold text-2xl">Checkout</h1>
      {account && <input type="hidden" name={memberField} value="1" form={stepFormId} />}
      <div className="mt-4 lg:grid lg:grid-cols-[minmax(0,42rem)_minmax(20rem,28rem)] lg:items-start lg:justify-between lg:gap-x-12">
        <ol>
          {steps.map((one, index) => (
            <li key={one} className={classNames('border-line', index > 0 && 'border-t')}>
              {one === step ? (
                <StepSection step={one} headingRef={headingRef}>
                  <OpenStep key={one} data={data} answer={ofStep} />
                </StepSection>
              ) : index < position ? (
                <DoneStep step={one} checkout={checkout} addressText={data.addressText} />
              ) : (
                <LaterStep step={one} />
              )}
            </li>
          ))}
        </ol>
        <OrderSummary checkout={checkout} estimate={estimate} step={step} promo={ofStep?.promo} />
      </div>
    </Container>
  );
}

/** A step that opens takes the focus, so that a screen reader and the Tab key continue there. The first step does not: its document just loaded. */
function useStepFocus(step: Step) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    headingRef.current?.focus();
  }, [step]);
  return headingRef;
}
