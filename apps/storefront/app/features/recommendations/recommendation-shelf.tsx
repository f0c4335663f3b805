import type { Recommendations } from '@kindred/contracts';
import { ProductCard, Shelf, shelfPictureSizes } from '@kindred/ui';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { WishButton } from '../wishlist/wish-button.tsx';
import { recommendedHref } from './click-origin.ts';
import { reasonOfAll, reasonText, shelfHeading } from './shelf-heading.ts';

interface RecommendationShelfProps {
  /** Null if the recommender did not answer: the page then leaves out the shelf. */
  recommendations: Recommendations | null;
  id?: string;
  areFirstInView?: boolean;
}

export function RecommendationShelf({ recommendations, id, areFirstInView }: RecommendationShelfProps) {
  if (!recommendations || recommendations.items.length === 0) return null;
  const heading = shelfHeading(recommendations);
  const sharedReason = reasonOfAll(recommendations);
  return (
    <Shelf title={heading.title} note={sharedReason ?? heading.note} {...(id && { id })}>
      {recommendations.items.map((item, index) => (
        <ProductCard
          key={item.product.product_id}
          {...productCardProps(item.product)}
          href={recommendedHref(item, recommendations.request_id)}
          pictureSizes={shelfPictureSizes}
          reason={sharedReason === undefined ? reasonText(item) : undefined}
          eager={areFirstInView === true && index < 5}
          action={<WishButton product={item.product} />}
        />
      ))}
    </Shelf>
  );
}
