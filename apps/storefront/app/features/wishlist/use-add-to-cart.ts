import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { addedText } from '../cart/added-text.ts';
import { cartChangesPath, cartPath } from '../cart/cart-change.ts';
import type { CartAnswer } from '../cart/change-cart.ts';

/** Adds one unit of a product to the cart. The page stays, the count in the header changes immediately, and a toast shows the result. */
export function useAddToCart({ productId, title }: { productId: number; title: string }) {
  const fetcher = useFetcher<typeof action>();
  const { show } = useToasts();
  const isAdding = fetcher.state !== 'idle';
  const answer = fetcher.data;

  const told = useRef<CartAnswer>(undefined);
  useEffect(() => {
    if (isAdding || !answer || told.current === answer) return;
    told.current = answer;
    if (answer.refusal) show({ text: answer.refusal.message });
    else show({ text: addedText(title, answer), link: { href: cartPath, label: 'View cart' } });
  }, [isAdding, answer, title, show]);

  return {
    isAdding,
    addToCart() {
      if (isAdding) return;
      void fetcher.submit(
        { change: 'add', product_id: String(productId), quantity: '1' },
        { method: 'post', action: cartChangesPath, defaultShouldRevalidate: false, flushSync: true },
      );
    },
  };
}
