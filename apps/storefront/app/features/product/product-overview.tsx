import type { Product } from '@kindred/contracts';
import type { ReactNode } from 'react';
import type { Delivery } from './delivery.ts';
import { ProductHeading } from './product-heading.tsx';
import { ProductLayout } from './product-layout.tsx';
import { ProductPictures } from './product-pictures.tsx';
import { ProductSummary } from './product-summary.tsx';

interface ProductOverviewProps {
  product: Product;
  /** The search that led to the product. */
  searchId: string | undefined;
  delivery: Delivery | null;
  /** Further actions, such as the wishlist. */
  children: ReactNode;
}

/** The first screen of a product's page. */
export function ProductOverview({ product, searchId, delivery, children }: ProductOverviewProps) {
  return (
    <ProductLayout
      heading={<ProductHeading product={product} />}
      pictures={<ProductPictures key={product.product_id} product={product} />}
      summary={
        <ProductSummary product={product} searchId={searchId} delivery={delivery}>
          {children}
        </ProductSummary>
      }
    />
  );
}
