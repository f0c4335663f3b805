import type { ListedProduct } from '@kindred/contracts';
import { ProductCard, ProductCardSkeleton } from '@kindred/ui';
import { CompareBox } from '../compare/compare-box.tsx';
import { useKnownCards } from '../product/known-cards.ts';
import { foundHref } from '../search/search-origin.ts';
import { WishButton } from '../wishlist/wish-button.tsx';
import { productCardProps } from './product-card-props.tsx';

interface ProductGridProps {
  products: ListedProduct[];
  /** The search that found them. */
  searchId?: string | undefined;
  /** The number of cards on the first screen. Their pictures load immediately. */
  eagerCount?: number;
  /** The number of cards that are loading. */
  pendingCount?: number;
}

/** The width of a card's picture. */
export const cardPictureSizes =
  '(min-width: 80rem) 235px, (min-width: 64rem) 22vw, (min-width: 40rem) 30vw, calc(50vw - 1.5rem)';

export function ProductGrid({ products, searchId, eagerCount = 0, pendingCount = 0 }: ProductGridProps) {
  useKnownCards(products);
  return (
    <ul className="grid @min-[36rem]:grid-cols-3 @min-[52rem]:grid-cols-4 @min-[70rem]:grid-cols-5 @min-[86rem]:grid-cols-6 grid-cols-2 gap-x-4 gap-y-8 md:gap-x-6 md:gap-y-10">
      {products.map((product, index) => (
        <li key={product.product_id} className="unpainted-far">
          <ProductCard
            {...productCardProps(product, (one) => foundHref(one, searchId))}
            pictureSizes={cardPictureSizes}
            eager={index < eagerCount}
            action={<WishButton product={product} />}
            footer={
              product.comparable_in !== null && (
                <CompareBox product={product} kind={product.comparable_in} look="card" />
              )
            }
          />
        </li>
      ))}
      {Array.from({ length: pendingCount }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <li key={`pending-${index}`}>
          <ProductCardSkeleton />
        </li>
      ))}
    </ul>
  );
}
