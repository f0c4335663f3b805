import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';

export type WishChange = 'add' | 'remove' | 'undo';

/**
 * Posts what somebody wants of a product, one after the other: a second press waits for the first one's answer, and the last one
 * counts. Wherever on the page the product stands, it is one wish.
 */
export function useWishChange(productId: number) {
  const fetcher = useFetcher<typeof action>({ key: `wish-${productId}` });
  const [next, setNext] = useState<WishChange>();
  const isBusy = fetcher.state !== 'idle';

  const post = (change: WishChange) =>
    void fetcher.submit(
      change === 'remove'
        ? { remove: String(productId) }
        : { add: String(productId), ...(change === 'undo' && { undo: '1' }) },
      // The page itself stays as it is: shelves do not change under one's hand.
      { method: 'post', action: '/wishlist', defaultShouldRevalidate: false, flushSync: true },
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: when the way is free.
  useEffect(() => {
    if (isBusy || next === undefined) return;
    setNext(undefined);
    post(next);
  }, [isBusy, next]);

  const onItsWay = fetcher.formData && (fetcher.formData.has('add') ? 'add' : 'remove');
  return {
    /** Undefined: nothing is on its way. */
    wanted: next ?? onItsWay,
    answer: isBusy ? undefined : fetcher.data,
    change(change: WishChange) {
      if (isBusy) setNext(change);
      else post(change);
    },
  };
}
