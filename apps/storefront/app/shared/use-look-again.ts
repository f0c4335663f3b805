import { useCallback, useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { canReachShop } from './reach-shop.ts';

const tryAgainMs = 3_000;

/** Reloads the page's data as soon as the shop can be reached. Until then the page stays as it is. */
export function useLookAgain() {
  const { revalidate, state } = useRevalidator();
  const isHere = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      clearTimeout(timer.current);
    };
  }, []);

  const lookAgain = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const isReached = await canReachShop();
    if (!isHere.current) return;
    if (isReached) return revalidate();
    timer.current = setTimeout(() => void lookAgain(), tryAgainMs);
  }, [revalidate]);
  return { lookAgain, isLooking: state !== 'idle' };
}
