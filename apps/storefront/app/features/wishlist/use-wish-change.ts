import { useEffect, useState } from 'react';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import { useQuickFetcher } from '../../shared/use-quick-fetcher.ts';

export type WishChange = 'add' | 'remove' | 'undo';

/**
 * Adds a product to the wishlist or removes it. A second press waits until the server has answered the first, and the last press
 * counts. All hearts of one product on a page share this state.
 */
export function useWishChange(productId: number) {
  const fetcher = useQuickFetcher<typeof action>({ key: `wish-${productId}` });
  const [next, setNext] = useState<WishChange>();
  const { isBusy } = fetcher;

  const post = (change: WishChange) =>
    fetcher.post(
      change === 'remove'
        ? { remove: String(productId) }
        : { add: String(productId), ...(change === 'undo' && { undo: '1' }) },
      // The page does not reload its data, so that shelves stay as they are.
      { action: '/wishlist', defaultShouldRevalidate: false },
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
