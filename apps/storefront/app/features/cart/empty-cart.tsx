import type { Recommendations, Wishlist } from '@kindred/contracts';
import { EmptyState, LinkButton, ProductCard, Shelf, shelfPictureSizes } from '@kindred/ui';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { RecommendationShelf } from '../recommendations/recommendation-shelf.tsx';
import { shelfHeading } from '../recommendations/shelf-heading.ts';
import { WishButton } from '../wishlist/wish-button.tsx';

export function EmptyCart() {
  return (
    <EmptyState title="Your cart is empty" actions={<LinkButton href="/search">Start shopping</LinkButton>}>
      Items you add stay here for your next visit.
    </EmptyState>
  );
}

interface EmptyCartShelvesProps {
  forYou: Recommendations | null;
  trending: Recommendations | null;
  wishlist: Wishlist | null;
}

export function EmptyCartShelves({ forYou, trending, wishlist }: EmptyCartShelvesProps) {
  const isTrendingTwice =
    forYou !== null && trending !== null && shelfHeading(forYou).title === shelfHeading(trending).title;
  return (
    <>
      {wishlist && wishlist.items.length > 0 && (
        <Shelf title="From your wishlist">
          {wishlist.items.map(({ product }) => (
            <ProductCard
              key={product.product_id}
              {...productCardProps(product)}
              pictureSizes={shelfPictureSizes}
              action={<WishButton product={product} />}
            />
          ))}
        </Shelf>
      )}
      <RecommendationShelf recommendations={forYou} />
      {!isTrendingTwice && <RecommendationShelf recommendations={trending} />}
    </>
  );
}
