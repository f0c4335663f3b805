import { Button } from '@kindred/ui';
import { useState } from 'react';
import { useStripe } from './use-stripe.ts';

/** A second step in Stripe's script, which opens a dialog or redirects the browser. */
export function StripeNextAction({
  orderId,
  clientSecret,
  publishableKey,
}: {
  orderId: string;
  clientSecret: string;
  publishableKey: string | undefined;
}) {
  const state = useStripe(publishableKey);
  const [isBusy, setIsBusy] = useState(false);

  async function goOn() {
    if (state.is !== 'ready') return location.reload();
    setIsBusy(true);
    // The page to which this returns asks for the payment's state, whatever the result.
    await state.stripe.handleNextAction({ clientSecret }).catch(() => undefined);
    location.assign(`/checkout/return?order=${encodeURIComponent(orderId)}`);
  }

  return (
    <Button size="lg" disabled={isBusy || state.is === 'loading'} onClick={() => void goOn()}>
      {state.is === 'blocked' || state.is === 'slow' ? 'Try again' : 'Continue at your bank'}
    </Button>
  );
}
