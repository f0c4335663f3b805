import { LinkButton } from '@kindred/ui';
import type { ReactNode, Ref } from 'react';
import { type Step, stepPath, stepTitles } from './checkout-steps.ts';

/** The open step. */
export function StepSection({
  step,
  headingRef,
  children,
}: {
  step: Step;
  headingRef: Ref<HTMLHeadingElement>;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby="step-heading" className="py-6 md:py-8">
      <h2
        id="step-heading"
        ref={headingRef}
        tabIndex={-1}
        aria-current="step"
        className="font-semibold text-xl outline-none"
      >
        {stepTitles[step]}
      </h2>
      <div className="mt-5">{children}</div>
    </section>
  );
}

/** A step that is done: its result, and a link to edit it. */
export function FoldedStep({ step, children }: { step: Step; children: ReactNode }) {
  const title = stepTitles[step];
  return (
    <section
      aria-labelledby={`${step}-heading`}
      className="flex items-start justify-between gap-4 py-4 md:py-5"
    >
      <div className="min-w-0">
        <h2 id={`${step}-heading`} className="font-medium text-base">
          {title}
        </h2>
        <div className="wrap-anywhere mt-1 text-ink-muted text-sm">{children}</div>
      </div>
      <LinkButton href={stepPath(step)} variant="quiet" className="-my-2.5 shrink-0">
        Edit <span className="sr-only">{title.toLowerCase()}</span>
      </LinkButton>
    </section>
  );
}

export function LaterStep({ step }: { step: Step }) {
  return (
    <section className="py-4 md:py-5">
      <h2 className="font-medium text-base text-ink-muted">{stepTitles[step]}</h2>
    </section>
  );
}
