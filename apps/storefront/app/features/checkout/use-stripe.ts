import type { Stripe } from '@stripe/stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import { useEffect, useState } from 'react';

/** How long somebody looks at an empty place before they are told that it takes long. */
const slowMs = 8_000;

export type StripeState =
  | { readonly is: 'loading' }
  /** It may still come. */
  | { readonly is: 'slow' }
  | { readonly is: 'blocked' }
  | { readonly is: 'ready'; readonly stripe: Stripe };

/** Stripe's script, on pages of the checkout alone: the policy of a document that was loaded elsewhere would refuse it. */
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
