import type { Product } from '@kindred/contracts';
import { Gallery, Grid } from '@kindred/ui';
import type { ReactNode } from 'react';
import type { Delivery } from './delivery.ts';
import { ProductHeading } from './product-heading.tsx';
import { ProductSummary } from './product-summary.tsx';

interface ProductOverviewProps {
  product: Product;
  /** The search that led to the product. */
  searchId: string | undefined;
  delivery: Delivery | null;
  /** Further actions, such as the wishlist. */
  children: ReactNode;
}

/**
 * The first screen of a product's page: heading, pictures and summary, in this order on phones. Wider screens have two columns, and
 * the pictures stay in view beside a long summary.
 */
export function ProductOverview({ product, searchId, delivery, children }: ProductOverviewProps) {
  return (
    <Grid className="mt-2 gap-y-4 md:mt-4 md:grid-rows-[auto_1fr] md:gap-y-5">
      <div className="col-span-full md:col-span-4 md:col-start-5 lg:col-span-5 lg:col-start-8 xl:pl-8">
        <ProductHeading product={product} />
      </div>
      <div className="col-span-full md:sticky md:top-20 md:col-span-4 md:col-start-1 md:row-span-2 md:row-start-1 md:self-start lg:col-span-7">
        <Gallery
          key={product.product_id}
          title={product.title}
          pictures={product.images.map(({ url, large_url, alt }) => ({ url, largeUrl: large_url, alt }))}
        />
      </div>
      <div className="col-span-full md:col-span-4 md:col-start-5 lg:col-span-5 lg:col-start-8 xl:pl-8">
        <ProductSummary product={product} searchId={searchId} delivery={delivery}>
          {children}
        </ProductSummary>
      </div>
    </Grid>
  );
}
