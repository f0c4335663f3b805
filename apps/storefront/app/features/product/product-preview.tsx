import { Container, Gallery, Price } from '@kindred/ui';
import type { CardProduct } from '../catalog/product-card-props.tsx';
import { productCardProps } from '../catalog/product-card-props.tsx';
import { cardPictureSizes } from '../catalog/product-grid.tsx';
import { ProductHeading } from './product-heading.tsx';
import { ProductLayout } from './product-layout.tsx';

/** The beginning of a product's page, as far as its card knows it, in the places that the whole page keeps. */
export function ProductPreview({ card }: { card: CardProduct }) {
  const { price, reduction, isLowestPrice } = productCardProps(card);
  return (
    <Container className="pt-2 md:pt-6">
      <div className="h-11 md:h-7" />
      <ProductLayout
        heading={<ProductHeading product={card} />}
        pictures={
          // The room beside it is for the thumbnails.
          <div className="lg:pl-24">
            <Gallery
              title={card.title}
              pictures={
                card.image_url === null
                  ? []
                  : [{ url: card.image_url, largeUrl: card.image_url, alt: card.title }]
              }
              loadedSizes={cardPictureSizes}
            />
          </div>
        }
        summary={
          <div aria-busy="true" className="border-line border-y py-4 md:py-5">
            <p>
              <Price
                price={price}
                reduction={reduction}
                isLowest={isLowestPrice}
                className="font-medium text-2xl tabular-nums"
              />
            </p>
            <div aria-hidden="true" className="mt-4 h-12 animate-shimmer rounded-md bg-surface-strong" />
          </div>
        }
      />
    </Container>
  );
}
