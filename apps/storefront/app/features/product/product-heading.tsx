import type { Product } from '@kindred/contracts';
import { Badge, Link, Rating } from '@kindred/ui';
import { brandPath } from '../../shared/paths.ts';
import type { CardProduct } from '../catalog/product-card-props.tsx';

/** An average of fewer says little. */
const enoughRatings = 20;

/** Brand, title and rating: above the pictures on phones, beside them on wider screens. */
export function ProductHeading({ product }: { product: CardProduct & Partial<Pick<Product, 'rating_bin'>> }) {
  return (
    <>
      {product.brand && (
        <p className="text-ink-muted text-sm">
          <Link href={brandPath(product.brand)} className="underline-offset-4 hover:text-ink hover:underline">
            {product.brand}
          </Link>
        </p>
      )}
      <h1 className="mt-1 font-semibold text-2xl [overflow-wrap:anywhere] md:mt-1.5">{product.title}</h1>
      <p className="mt-2 flex min-h-7 flex-wrap items-center gap-x-4 gap-y-2 md:mt-3">
        <a href="#reviews" className="inline-flex rounded-sm underline-offset-4 hover:underline">
          <Rating average={product.average_rating} count={product.rating_count} size="md" />
        </a>
        {product.rating_bin === 'High' && product.rating_count >= enoughRatings && (
          <Badge tone="accent">Highly rated</Badge>
        )}
      </p>
    </>
  );
}
