import { useToasts } from '@kindred/ui';
import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import { useSession } from '../session/use-session.ts';

/** Failures that were told: several hearts of one product hear of the same one. */
const told = new WeakSet<object>();

/** Whether a product is on the wishlist, as it will be once the answer is here, and how to change that. */
export function useWish(productId: number) {
  const { wishlist_product_ids: ids } = useSession();
  // Wherever on the page the product stands, it is one wish.
  const fetcher = useFetcher<typeof action>({ key: `wish-${productId}` });
  const { show } = useToasts();
  const isWished = fetcher.formData ? fetcher.formData.has('add') : ids.includes(productId);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.state !== 'failed' || told.has(answer)) return;
    told.add(answer);
    show({ text: answer.message });
  }, [answer, show]);

  return {
    isWished,
    toggle() {
      // The page itself stays as it is: shelves do not change under one's hand.
      void fetcher.submit(
        { [isWished ? 'remove' : 'add']: String(productId) },
        { method: 'post', action: '/wishlist', defaultShouldRevalidate: false, flushSync: true },
      );
      if (isWished) show({ text: 'Removed from your wishlist' });
      else show({ text: 'Added to your wishlist', link: { href: '/wishlist', label: 'View wishlist' } });
    },
  };
}
