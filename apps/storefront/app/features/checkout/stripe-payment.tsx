import { Alert, Button } from '@kindred/ui';
import type { StripeElements } from '@stripe/stripe-js';
import { useEffect, useRef, useState } from 'react';
import { Form, useNavigation, useSubmit } from 'react-router';
import type { StepProps } from './checkout-page.tsx';
import { stepFormId, stepPath } from './checkout-steps.ts';
import { MethodChoice } from './method-choice.tsx';
import { billingDetails, stripeAppearance } from './stripe-elements.ts';
import { type StripeState, useStripe } from './use-stripe.ts';

/** Stripe's own fields, in frames of its own: no card comes near the shop. Its name for what was typed is all that is sent here. */
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
      if (wrong) return setFailure(wrong.message ?? 'Please check what you typed.');
      const { error, paymentMethod } = await state.stripe.createPaymentMethod({
        elements: fields.elements,
        params: { billing_details: billingDetails(checkout) },
      });
      if (error) return setFailure(error.message ?? 'That did not work. Please try again.');
      const content = new FormData(form);
      content.set('payment_method', paymentMethod.id);
      await submit(content, { method: 'post', action: stepPath('payment') });
    } catch {
      setFailure('Stripe does not answer at the moment. Nothing was charged: please try again.');
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
        // A promo code, which is sent with this form, or what was chosen before.
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
            Paying needs JavaScript here: the fields for your card come from Stripe, our payment provider.
            Everything you typed so far is kept.
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: another amount is told to the fields that are there.
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
        title={
          state.is === 'blocked' ? 'The fields for your card did not load' : 'This takes longer than usual'
        }
      >
        <p>
          They come from Stripe, our payment provider. A content blocker or a slow connection can hold them
          up. Nothing that you typed so far is lost.
        </p>
        <Button variant="secondary" className="mt-2" onClick={() => location.reload()}>
          Try again
        </Button>
      </Alert>
    );
  if (isFilled) return null;
  return (
    <p role="status" className="hidden text-ink-muted text-sm scripted:block">
      Loading the fields for your card
    </p>
  );
}
