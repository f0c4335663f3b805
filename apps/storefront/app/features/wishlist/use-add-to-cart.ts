import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import type { action } from '../../routes/cart/changes.ts';
import { useQuickFetcher } from '../../shared/use-quick-fetcher.ts';
import { addedText } from '../cart/added-text.ts';
import { cartChangesPath, cartPath } from '../cart/cart-change.ts';
import type { CartAnswer } from '../cart/change-cart.ts';

/** Adds one unit of a product to the cart. The page stays, the count in the header changes immediately, and a toast shows the result. */
export function useAddToCart({ productId, title }: { productId: number; title: string }) {
  const fetcher = useQuickFetcher<typeof action>();
  const { show } = useToasts();
  const { isBusy: isAdding, data: answer } = fetcher;

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
      fetcher.post(
        { change: 'add', product_id: String(productId), quantity: '1' },
        { action: cartChangesPath, defaultShouldRevalidate: false },
      );
    },
  };
}
