import { Alert, Button } from '@kindred/ui';
import type { StripeElements } from '@stripe/stripe-js';
import { useEffect, useRef, useState } from 'react';
import { Form, useNavigation, useSubmit } from 'react-router';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { MethodChoice } from './method-choice.tsx';
import { billingDetails, stripeAppearance } from './stripe-elements.ts';
import { type StripeState, useStripe } from './use-stripe.ts';

/** Stripe's fields, in Stripe's frames. The shop receives only Stripe's id of the payment method, never a card number. */
export function StripePayment({
  data: { checkout },
  answer,
  publishableKey,
}: StepProps & { publishableKey: string | undefined }) {
  const state = useStripe(publishableKey);
  const [isOther, setIsOther] = useState(checkout.payment_method === null);
  const [isNaming, setIsNaming] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { total_price: total } = checkout.breakdown;
  const fields = useStripeFields(state, total);
  const submit = useSubmit();
  const isBusy = useNavigation().state !== 'idle' || isNaming;

  async function nameMethod(form: HTMLFormElement): Promise<void> {
    if (state.is !== 'ready' || !fields.elements) return;
    setIsNaming(true);
    setFailure(undefined);
    try {
      const { error: wrong } = await fields.elements.submit();
      if (wrong) return setFailure(wrong.message ?? 'Please check your details.');
      const { error, paymentMethod } = await state.stripe.createPaymentMethod({
        elements: fields.elements,
        params: { billing_details: billingDetails(checkout) },
      });
      if (error) return setFailure(error.message ?? 'Something went wrong. Please try again.');
      const content = new FormData(form);
      content.set('payment_method', paymentMethod.id);
      await submit(content, { method: 'post', action: stepPath('payment') });
    } catch {
      setFailure('Stripe is not responding right now. You have not been charged. Please try again.');
    } finally {
      setIsNaming(false);
    }
  }

  const told = failure ?? answer?.errors?.[0]?.message;
  return (
    <Form
      id={stepFormId}
      method="post"
      action={stepPath('payment')}
      className="group space-y-6"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        // A promo code, which is sent with this form, or the payment method that was chosen before.
        if ((submitter as HTMLButtonElement | null)?.formNoValidate || !isOther) return;
        event.preventDefault();
        void nameMethod(event.currentTarget);
      }}
    >
      {told && (
        <Alert tone="danger" role="alert">
          {told}
        </Alert>
      )}
      <MethodChoice checkout={checkout} isOther={isOther} onChange={setIsOther}>
        <div ref={fields.placeRef} className="min-h-24" />
        <StripeStateText state={state} isFilled={fields.isReady} />
        <noscript>
          <Alert tone="warning">
            You need JavaScript to pay, because the card fields come from Stripe, our payment provider. Your
            details so far are saved.
          </Alert>
        </noscript>
      </MethodChoice>
      <Button
        type="submit"
        size="lg"
        className="max-sm:w-full"
        disabled={isBusy || (isOther && !fields.isReady)}
      >
        Review order
      </Button>
      <p role="status" className="sr-only">
        {isNaming ? 'Checking your details' : ''}
      </p>
    </Form>
  );
}

function useStripeFields(state: StripeState, total: { amount_minor: number; currency: string }) {
  const placeRef = useRef<HTMLDivElement>(null);
  const [elements, setElements] = useState<StripeElements>();
  const [isReady, setIsReady] = useState(false);
  const stripe = state.is === 'ready' ? state.stripe : undefined;
  const { amount_minor: amount, currency } = total;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect below updates the amount of existing fields.
  useEffect(() => {
    if (!stripe || !placeRef.current) return;
    const made = stripe.elements({
      mode: 'payment',
      amount,
      currency: currency.toLowerCase(),
      paymentMethodCreation: 'manual',
      appearance: stripeAppearance(),
    });
    const payment = made.create('payment', {
      fields: { billingDetails: { name: 'never', email: 'never', phone: 'never', address: 'never' } },
    });
    payment.on('ready', () => setIsReady(true));
    payment.mount(placeRef.current);
    setElements(made);
    return () => {
      setIsReady(false);
      setElements(undefined);
      payment.destroy();
    };
  }, [stripe]);

  useEffect(() => {
    elements?.update({ amount, currency: currency.toLowerCase() });
  }, [elements, amount, currency]);

  return { placeRef, elements, isReady };
}

function StripeStateText({ state, isFilled }: { state: StripeState; isFilled: boolean }) {
  if (state.is === 'blocked' || state.is === 'slow')
    return (
      <Alert
        tone="warning"
        role="alert"
        title={state.is === 'blocked' ? 'The card fields did not load' : 'This is taking longer than usual'}
      >
        <p>
          They come from Stripe, our payment provider. A content blocker or a slow connection may be the
          cause. Your details so far are saved.
        </p>
        <Button variant="secondary" className="mt-2" onClick={() => location.reload()}>
          Try again
        </Button>
      </Alert>
    );
  if (isFilled) return null;
  return (
    <p role="status" className="hidden text-ink-muted text-sm scripted:block">
      Loading the card fields
    </p>
  );
}
