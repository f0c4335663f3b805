import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { useIsCartPending } from './pending-cart.tsx';

const freshMs = 5_000;

/** Another tab may have changed the cart: who comes back to this one sees it as it is now. */
export function useStaleCart(): void {
  const { revalidate, state } = useRevalidator();
  const isPending = useIsCartPending();
  const lookedAt = useRef(0);
  const isBusy = useRef(false);
  isBusy.current = isPending || state !== 'idle';

  useEffect(() => {
    lookedAt.current = Date.now();
    const look = () => {
      if (document.visibilityState === 'hidden' || isBusy.current) return;
      if (Date.now() - lookedAt.current < freshMs) return;
      lookedAt.current = Date.now();
      void revalidate();
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [revalidate]);
}
