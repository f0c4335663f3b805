import type { CartItem } from '@kindred/contracts';
import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { CartForm } from './cart-form.tsx';
import type { CartAnswer } from './change-cart.ts';

const look =
  'inline-flex min-h-11 items-center text-sm text-ink-muted underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink aria-disabled:opacity-50';

interface LineActionsProps {
  item: CartItem;
  /** Of the text that says which product it is about. */
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

  const button = (change: string, text: string) => (
    <button
      type="submit"
      name="change"
      value={change}
      aria-describedby={titleId}
      aria-disabled={isBusy || undefined}
      className={look}
    >
      {text}
    </button>
  );

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
      {/* Removing is wanting none. */}
      <input type="hidden" name="quantity" value={0} />
      {button('set-quantity', 'Remove')}
      {button('save-for-later', 'Save for later')}
      {button('move-to-wishlist', 'Move to wishlist')}
    </CartForm>
  );
}
