import { Button, EmailField, ErrorSummary } from '@kindred/ui';
import { useRef } from 'react';
import { Form, useNavigation } from 'react-router';
import { errorOf, summaryOf } from '../../shared/form-errors.ts';
import { useFormErrors } from '../../shared/use-form-errors.ts';
import { useSession } from '../session/use-session.ts';
import { checkContact } from './check-contact.ts';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { useKeptForm } from './use-kept-form.ts';

export function ContactStep({ data: { checkout, step }, answer }: StepProps) {
  const { account } = useSession();
  const { errors, formProps, summaryRef } = useFormErrors(answer?.errors, checkContact);
  const formRef = useRef<HTMLFormElement>(null);
  const { onSent } = useKeptForm(formRef, step);
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form
      {...formProps}
      onSubmit={(event) => {
        formProps.onSubmit(event);
        if (!event.defaultPrevented) onSent();
      }}
      ref={formRef}
      id={stepFormId}
      method="post"
      action={stepPath(step)}
      className="space-y-5"
    >
      <ErrorSummary ref={summaryRef} errors={summaryOf(errors)} />
      <EmailField
        required
        hint="For your order confirmation and delivery updates. You do not need an account."
        defaultValue={answer?.values?.email ?? checkout.draft.email ?? checkout.email ?? ''}
        error={errorOf(errors, 'email')}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <Button type="submit" size="lg" className="max-sm:w-full" disabled={isBusy}>
          Continue to delivery
        </Button>
        {account === null && (
          <p className="text-ink-muted text-sm">
            Have an account?{' '}
            <a
              href="/login?return_to=%2Fcheckout"
              className="inline-flex min-h-11 items-center text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
            >
              Log in
            </a>
          </p>
        )}
      </div>
    </Form>
  );
}
