import { useToasts } from '@kindred/ui';
import { useEffect } from 'react';
import { useSession } from '../session/use-session.ts';
import { useWishChange } from './use-wish-change.ts';

/** Failures that were shown. Several hearts of one product receive the same one. */
const told = new WeakSet<object>();

/** Whether a product is on the wishlist, counting a change under way, and a function that changes it. */
export function useWish(productId: number) {
  const { wishlist_product_ids: ids } = useSession();
  const { wanted, answer, change } = useWishChange(productId);
  const { show } = useToasts();
  const isWished = wanted === undefined ? ids.includes(productId) : wanted !== 'remove';

  useEffect(() => {
    if (answer?.state !== 'failed' || told.has(answer)) return;
    told.add(answer);
    show({ text: answer.message });
  }, [answer, show]);

  return {
    isWished,
    toggle() {
      change(isWished ? 'remove' : 'add');
      if (isWished) show({ text: 'Removed from your wishlist' });
      else show({ text: 'Added to your wishlist', link: { href: '/wishlist', label: 'View wishlist' } });
    },
  };
}
