import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { useEffect, useState } from 'react';

/** How long the fields may load before the page says that it takes longer than usual. */
const slowMs = 8_000;

export type StripeState =
  | { readonly is: 'loading' }
  /** The script may still load. */
  | { readonly is: 'slow' }
  | { readonly is: 'blocked' }
  | { readonly is: 'ready'; readonly stripe: Stripe };

/** Loads Stripe's script. Only documents of the checkout allow it; any other one is reloaded first. */
export function useStripe(publishableKey: string | undefined): StripeState {
  const [state, setState] = useState<StripeState>({ is: 'loading' });
  useEffect(() => {
    let isGone = false;
    const become = (next: StripeState) => {
      if (!isGone) setState(next);
    };
    if (!isCheckoutDocument()) {
      location.reload();
      return;
    }
    const timer = setTimeout(() => become({ is: 'slow' }), slowMs);
    loadStripe(publishableKey ?? '')
      .then((stripe) => become(stripe ? { is: 'ready', stripe } : { is: 'blocked' }))
      .catch(() => become({ is: 'blocked' }))
      .finally(() => clearTimeout(timer));
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [publishableKey]);
  return state;
}

function isCheckoutDocument(): boolean {
  const [document] = performance.getEntriesByType('navigation');
  return !document || new URL(document.name).pathname.startsWith('/checkout');
}
