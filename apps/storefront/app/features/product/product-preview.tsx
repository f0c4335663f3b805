import type { ListedProduct } from '@kindred/contracts';
import { Container, Grid, Picture, Price, Rating } from '@kindred/ui';
import { productCardProps } from '../catalog/product-card-props.tsx';

/** The beginning of a product's page, as far as its card knows it, in the places that the whole page will keep. */
export function ProductPreview({ card }: { card: ListedProduct }) {
  const { title, brand, imageUrl, price, reduction, isLowestPrice, averageRating, ratingCount } =
    productCardProps(card);
  return (
    <Container className="pt-6 md:pt-8">
      <div className="h-6" />
      <Grid className="mt-4 gap-y-8 lg:mt-6">
        <div className="col-span-full lg:col-span-7">
          <div className="aspect-square overflow-hidden rounded-lg bg-surface">
            <Picture src={imageUrl} alt="" sizes="50vw" maxWidth={800} eager />
          </div>
        </div>
        <div className="col-span-full lg:col-span-5 xl:pl-8" aria-busy="true">
          <p className="text-ink-muted text-sm">{brand}</p>
          <h1 className="mt-1.5 font-semibold text-2xl [overflow-wrap:anywhere]">{title}</h1>
          <div className="mt-3">
            <Rating average={averageRating} count={ratingCount} size="md" />
          </div>
          <div className="mt-6 border-line border-y py-5">
            <p className="font-medium text-2xl tabular-nums">
              <Price price={price} reduction={reduction} isLowest={isLowestPrice} />
            </p>
            <div aria-hidden="true" className="mt-6 h-12 animate-shimmer rounded-md bg-surface-strong" />
          </div>
        </div>
      </Grid>
    </Container>
  );
}
