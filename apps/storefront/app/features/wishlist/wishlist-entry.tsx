import { useToasts } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/wishlist/wishlist.tsx';
import type { Wish } from './load-wishlist.ts';
import { RemovedRow } from './removed-row.tsx';
import { WishlistRow } from './wishlist-row.tsx';

interface WishlistEntryProps {
  wish: Wish;
  isMailed: boolean;
  isRemoved: boolean;
  onRemovedChange: (isRemoved: boolean) => void;
}

/** One wish: it answers at once, and what was removed can be taken back in its place. */
export function WishlistEntry({ wish, isMailed, isRemoved, onRemovedChange }: WishlistEntryProps) {
  const wishing = useFetcher<typeof action>({ key: `wish-${wish.productId}` });
  const buying = useFetcher<typeof action>();
  const { show } = useToasts();
  const [removeButton, undoButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)];
  const hasChanged = useRef(false);

  const change = (toRemoved: boolean) => {
    hasChanged.current = true;
    onRemovedChange(toRemoved);
  };
  const post = (fetcher: typeof buying, intent: 'add' | 'remove' | 'to_cart') =>
    void fetcher.submit(
      { [intent]: String(wish.productId), in_place: '1' },
      { method: 'post', action: '/wishlist', defaultShouldRevalidate: false },
    );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to what stands in the place of the button that was pressed.
  useEffect(() => {
    if (hasChanged.current) (isRemoved ? undoButton : removeButton).current?.focus();
  }, [isRemoved]);

  const [wished, bought] = [wishing.data, buying.data];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an answer.
  useEffect(() => {
    if (wished?.state !== 'failed' || !hasChanged.current) return;
    show({ text: wished.message });
    change(!isRemoved);
  }, [wished]);
  useEffect(() => {
    if (bought?.state === 'failed') show({ text: bought.message });
    if (bought?.state === 'in-cart')
      show({ text: bought.message, link: { href: '/cart', label: 'View cart' } });
  }, [bought, show]);

  if (isRemoved)
    return (
      <div className="py-3">
        <RemovedRow
          title={wish.title}
          productId={wish.productId}
          undoRef={undoButton}
          onUndo={() => {
            change(false);
            post(wishing, 'add');
          }}
        />
      </div>
    );
  return (
    <WishlistRow
      wish={wish}
      isMailed={isMailed}
      removeRef={removeButton}
      isAdding={buying.state !== 'idle'}
      onRemove={() => {
        change(true);
        post(wishing, 'remove');
      }}
      onAddToCart={() => post(buying, 'to_cart')}
    />
  );
}
