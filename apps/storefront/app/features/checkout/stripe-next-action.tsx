import { Button } from '@kindred/ui';
import { useState } from 'react';
import { useStripe } from './use-stripe.ts';

/** A second step that Stripe's script does, in a window of its own or by sending the browser on. */
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
    // Whatever comes of it, the return asks how the payment stands.
    await state.stripe.handleNextAction({ clientSecret }).catch(() => undefined);
    location.assign(`/checkout/return?order=${encodeURIComponent(orderId)}`);
  }

  return (
    <Button size="lg" disabled={isBusy || state.is === 'loading'} onClick={() => void goOn()}>
      {state.is === 'blocked' || state.is === 'slow' ? 'Try again' : 'Go on at your bank'}
    </Button>
  );
}
