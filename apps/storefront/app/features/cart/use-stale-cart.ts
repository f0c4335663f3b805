import { useEffect, useRef } from 'react';
import { useLookAgain } from '../../shared/use-look-again.ts';
import { useIsCartPending } from './pending-cart.tsx';

const freshMs = 5_000;

/** Reloads the cart when the shopper returns to this tab, because another tab may have changed it. */
export function useStaleCart(): void {
  const { lookAgain, isLooking } = useLookAgain();
  const isPending = useIsCartPending();
  const lookedAt = useRef(0);
  const isBusy = useRef(false);
  isBusy.current = isPending || isLooking;

  useEffect(() => {
    lookedAt.current = Date.now();
    const look = () => {
      if (document.visibilityState === 'hidden' || isBusy.current) return;
      if (Date.now() - lookedAt.current < freshMs) return;
      lookedAt.current = Date.now();
      void lookAgain();
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [lookAgain]);
}
