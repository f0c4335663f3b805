import { Availability, Button, Link, LinkButton, Picture, Price } from '@kindred/ui';
import type { Ref } from 'react';
import type { Wish } from './load-wishlist.ts';

interface WishlistRowProps {
  wish: Wish;
  isMailed: boolean;
  onRemove: () => void;
  onAddToCart: () => void;
  isAdding: boolean;
  removeRef: Ref<HTMLButtonElement>;
}

export function WishlistRow({
  wish,
  isMailed,
  onRemove,
  onAddToCart,
  isAdding,
  removeRef,
}: WishlistRowProps) {
  const { productId, title, href, price, reduction, priceChange, availability } = wish;
  const isForSale = availability !== 'not-for-sale' && price !== null;
  const canBeBought = isForSale && availability !== 'out-of-stock';
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 py-5 sm:grid-cols-[7rem_minmax(0,1fr)_auto] sm:gap-x-6">
      <Link href={href} tabIndex={-1} aria-hidden="true" className="block self-start">
        <div className="aspect-square overflow-hidden rounded-md bg-surface">
          <Picture
            src={wish.imageUrl}
            alt=""
            sizes="7rem"
            maxWidth={320}
            className={canBeBought ? undefined : 'opacity-60'}
          />
        </div>
      </Link>
      <div className="min-w-0">
        <h2 className="line-clamp-3 font-medium [overflow-wrap:anywhere]">
          <Link href={href} className="underline-offset-4 hover:underline">
            {title}
          </Link>
        </h2>
        <p className="mt-1.5">
          <Price price={isForSale ? price : null} reduction={reduction} />
        </p>
        {isForSale && priceChange && (
          <p className={priceChange.isLower ? 'mt-0.5 text-accent text-sm' : 'mt-0.5 text-ink-muted text-sm'}>
            {priceChange.text}
          </p>
        )}
        {isForSale && (
          <p className="mt-1 text-sm">
            <Availability state={availability} />
          </p>
        )}
      </div>
      <div className="col-span-full flex flex-wrap items-center gap-2 sm:col-span-1 sm:w-40 sm:flex-col sm:items-stretch">
        {canBeBought ? (
          <Button
            type="submit"
            name="to_cart"
            value={productId}
            aria-disabled={isAdding || undefined}
            aria-label={`Add to cart: ${title}`}
            onClick={(event) => {
              event.preventDefault();
              if (!isAdding) onAddToCart();
            }}
            className="grow sm:grow-0"
          >
            Add to cart
          </Button>
        ) : isMailed ? (
          <p className="grow text-ink-muted text-sm">We will email you when it is available.</p>
        ) : (
          <LinkButton
            href={`${href}#notices`}
            variant="secondary"
            aria-label={`Notify me: ${title}`}
            className="grow sm:grow-0"
          >
            Notify me
          </LinkButton>
        )}
        <Button
          ref={removeRef}
          type="submit"
          name="remove"
          value={productId}
          variant="quiet"
          aria-label={`Remove: ${title}`}
          onClick={(event) => {
            event.preventDefault();
            onRemove();
          }}
          className="px-2"
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
