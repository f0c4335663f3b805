import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import type { Wish } from './load-wishlist.ts';
import { RemovedRow } from './removed-row.tsx';
import { useAddToCart } from './use-add-to-cart.ts';
import { useWishChange } from './use-wish-change.ts';
import { WishlistRow } from './wishlist-row.tsx';

interface WishlistEntryProps {
  wish: Wish;
  isMailed: boolean;
  isRemoved: boolean;
  onRemovedChange: (isRemoved: boolean) => void;
}

/** One product of the wishlist. It changes immediately, and a removed one can be restored in its place. */
export function WishlistEntry({ wish, isMailed, isRemoved, onRemovedChange }: WishlistEntryProps) {
  const { answer: wished, change: changeWish } = useWishChange(wish.productId);
  const { isAdding, addToCart } = useAddToCart(wish);
  const { show } = useToasts();
  const [removeButton, undoButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const hasChanged = useRef(false);

  const change = (toRemoved: boolean) => {
    hasChanged.current = true;
    onRemovedChange(toRemoved);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to the button that takes the place of the pressed one.
  useEffect(() => {
    if (hasChanged.current) (isRemoved ? undoButton : removeButton).current?.focus();
  }, [isRemoved]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer.
  useEffect(() => {
    if (wished?.state !== 'failed' || !hasChanged.current) return;
    show({ text: wished.message });
    change(!isRemoved);
  }, [wished]);
  if (isRemoved)
    return (
      <div className="py-3">
        <RemovedRow
          title={wish.title}
          productId={wish.productId}
          undoRef={undoButton}
          onUndo={() => {
            change(false);
            changeWish('undo');
          }}
        />
      </div>
    );
  return (
    <WishlistRow
      wish={wish}
      isMailed={isMailed}
      removeRef={removeButton}
      isAdding={isAdding}
      onRemove={() => {
        change(true);
        changeWish('remove');
      }}
      onAddToCart={addToCart}
    />
  );
}
