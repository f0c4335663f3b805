import { Button, ErrorSummary } from '@kindred/ui';
import { Form, useNavigation } from 'react-router';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';

/** A gateway that needs no input in the browser, such as payment at the counter or by invoice. */
export function OfferedPayment({ answer, method, label }: StepProps & { method: string; label: string }) {
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form id={stepFormId} method="post" action={stepPath('payment')} className="space-y-6">
      {answer?.errors && <ErrorSummary errors={answer.errors} />}
      <p>{label}</p>
      <input type="hidden" name="payment_method" value={method} />
      <Button type="submit" size="lg" className="max-sm:w-full" disabled={isBusy}>
        Review order
      </Button>
    </Form>
  );
}
