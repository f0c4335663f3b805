import type { Recommendations } from '@kindred/contracts';
import { ProductCard, Shelf, ShelfSkeleton, shelfPictureSizes } from '@kindred/ui';
import { useMemo } from 'react';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { PartBoundary } from '../errors/part-boundary.tsx';
import { useKnownCards } from '../product/known-cards.ts';
import { WishButton } from '../wishlist/wish-button.tsx';
import { CardMenuLink, useCardMenu } from './card-menu.tsx';
import { recommendedHref } from './click-origin.ts';
import { cardLine, shelfHeading } from './shelf-heading.ts';
import { ShelfReasons, shownReasons } from './shelf-reasons.tsx';

interface RecommendationShelfProps {
  /** Null if the recommender did not answer: the page then leaves out the shelf. */
  recommendations: Recommendations | null;
  id?: string;
  areFirstInView?: boolean;
}

export function RecommendationShelf({ recommendations, ...shelf }: RecommendationShelfProps) {
  if (!recommendations || recommendations.items.length === 0) return null;
  return (
    <PartBoundary skeleton={<ShelfSkeleton />}>
      <FilledShelf recommendations={recommendations} {...shelf} />
    </PartBoundary>
  );
}

function FilledShelf({
  recommendations,
  id,
  areFirstInView,
}: RecommendationShelfProps & { recommendations: Recommendations }) {
  const { isBusy, say } = useCardMenu();
  useKnownCards(useMemo(() => recommendations.items.map(({ product }) => product), [recommendations]));
  const heading = shelfHeading(recommendations);
  const reasons = shownReasons(recommendations);
  return (
    <Shelf
      title={heading.title}
      note={reasons.length > 0 ? undefined : heading.note}
      extra={<ShelfReasons reasons={reasons} isBusy={isBusy} say={say} />}
      isBusy={isBusy}
      {...(id && { id })}
    >
      {recommendations.items.map((item, index) => (
        <ProductCard
          key={item.product.product_id}
          {...productCardProps(item.product, (one) => recommendedHref(item, recommendations.request_id, one))}
          pictureSizes={shelfPictureSizes}
          reason={cardLine(item)}
          eager={areFirstInView === true && index < 5}
          action={
            <div className="flex flex-col gap-1">
              <WishButton product={item.product} />
              <CardMenuLink item={item} />
            </div>
          }
        />
      ))}
    </Shelf>
  );
}
