import type { ViewedProduct } from '@kindred/contracts';
import { Link, ProductCard, Shelf, ShelfSkeleton, shelfPictureSizes } from '@kindred/ui';
import { useMemo } from 'react';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { PartBoundary } from '../errors/part-boundary.tsx';
import { useKnownCards } from '../product/known-cards.ts';
import { WishButton } from '../wishlist/wish-button.tsx';

/** The way back to what the visitor opened. It is not there for a visitor who opened nothing, or does not want to be remembered. */
export function RecentlyViewed({ viewed }: { viewed: readonly ViewedProduct[] }) {
  useKnownCards(useMemo(() => viewed.map(({ product }) => product), [viewed]));
  if (viewed.length === 0) return null;
  return (
    <PartBoundary skeleton={<ShelfSkeleton />}>
      <Shelf
        title="Recently viewed"
        extra={
          <p>
            <Link
              href="/viewed"
              className="inline-flex min-h-11 items-center text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
            >
              See all and remove
            </Link>
          </p>
        }
      >
        {viewed.map(({ product }) => (
          <ProductCard
            key={product.product_id}
            {...productCardProps(product)}
            pictureSizes={shelfPictureSizes}
            action={<WishButton product={product} />}
          />
        ))}
      </Shelf>
    </PartBoundary>
  );
}
