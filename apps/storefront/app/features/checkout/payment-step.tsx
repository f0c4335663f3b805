import { Alert, Button, ErrorSummary } from '@kindred/ui';
import { Form, useNavigation } from 'react-router';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { OfferedPayment } from './offered-payment.tsx';
import { StripePayment } from './stripe-payment.tsx';
import { TestCardPayment } from './test-card-payment.tsx';

export function PaymentStep(props: StepProps) {
  const { checkout, settings } = props.data;
  const isFree = checkout.breakdown.total_price.amount_minor === 0;
  return (
    <div className="space-y-6">
      {checkout.last_failure && (
        <Alert tone="danger" role="alert" title="You have not been charged">
          {checkout.last_failure.message}
        </Alert>
      )}
      {isFree ? (
        <NothingToPay />
      ) : settings === undefined ? (
        <Unreachable />
      ) : settings.provider === 'stripe' ? (
        <StripePayment {...props} publishableKey={settings.settings.publishable_key} />
      ) : settings.provider === 'test' ? (
        <TestCardPayment {...props} />
      ) : (
        <OfferedPayment
          {...props}
          method={settings.settings.payment_method ?? settings.provider}
          label={settings.settings.label ?? 'You pay when you receive your order.'}
        />
      )}
    </div>
  );
}

function NothingToPay() {
  const isBusy = useNavigation().state !== 'idle';
  return (
    <Form id={stepFormId} method="post" action={stepPath('payment')} className="space-y-6">
      <p>There is nothing to pay.</p>
      <input type="hidden" name="method" value="kept" />
      <Button type="submit" size="lg" disabled={isBusy}>
        Review order
      </Button>
    </Form>
  );
}

function Unreachable() {
  return (
    <Form id={stepFormId} method="get" action={stepPath('payment')} className="space-y-6">
      <ErrorSummary
        errors={[
          {
            message:
              'Payment is not available right now. Your details are saved. Please try again in a minute.',
          },
        ]}
      />
      <input type="hidden" name="step" value="payment" />
      <Button type="submit" size="lg">
        Try again
      </Button>
    </Form>
  );
}
