import { useEffect, useState } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';

export type WishChange = 'add' | 'remove' | 'undo';

/**
 * Adds a product to the wishlist or removes it. A second press waits until the server has answered the first, and the last press
 * counts. All hearts of one product on a page share this state.
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
      // The page does not reload its data, so that shelves stay as they are.
      { method: 'post', action: '/wishlist', defaultShouldRevalidate: false, flushSync: true },
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when no request is under way.
  useEffect(() => {
    if (isBusy || next === undefined) return;
    setNext(undefined);
    post(next);
  }, [isBusy, next]);

  const onItsWay = fetcher.formData && (fetcher.formData.has('add') ? 'add' : 'remove');
  return {
    /** Undefined if no request is under way. */
    wanted: next ?? onItsWay,
    answer: isBusy ? undefined : fetcher.data,
    change(change: WishChange) {
      if (isBusy) setNext(change);
      else post(change);
    },
  };
}
