import type { CartItem } from '@kindred/contracts';
import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { CartForm } from './cart-form.tsx';
import type { CartAnswer } from './change-cart.ts';
import { LineButton } from './line-button.tsx';

interface LineActionsProps {
  item: CartItem;
  /** The id of the element that names the product. */
  titleId: string;
  onRemove: () => void;
}

export function LineActions({ item, titleId, onRemove }: LineActionsProps) {
  const { product, quantity } = item;
  const fetcher = useFetcher<typeof action>({ key: `cart-move-${product.product_id}` });
  const toasts = useToasts();
  const isBusy = fetcher.state !== 'idle';

  const told = useRef<CartAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data;
    if (fetcher.state !== 'idle' || !answer || told.current === answer) return;
    told.current = answer;
    if (answer.refusal) toasts.show({ text: answer.refusal.message });
  }, [fetcher.state, fetcher.data, toasts]);

  const line = { titleId, isBusy };
  return (
    <CartForm
      fetcher={fetcher}
      className="mt-1 flex flex-wrap gap-x-4 md:ml-28 md:gap-x-5"
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent;
        const isRemoval = (submitter as HTMLButtonElement | null)?.value === 'set-quantity';
        if (isRemoval || isBusy) event.preventDefault();
        if (isRemoval && !isBusy) onRemove();
      }}
    >
      <input type="hidden" name="product_id" value={product.product_id} />
      <input type="hidden" name="was" value={quantity} />
      {/* Removing sets the quantity to zero. */}
      <input type="hidden" name="quantity" value={0} />
      <LineButton {...line} change="set-quantity">
        Remove
      </LineButton>
      <LineButton {...line} change="save-for-later">
        Save for later
      </LineButton>
      <LineButton {...line} change="move-to-wishlist">
        Move to wishlist
      </LineButton>
    </CartForm>
  );
}
