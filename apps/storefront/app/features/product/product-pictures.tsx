import type { Product } from '@kindred/contracts';
import { Gallery } from '@kindred/ui';
import { useState } from 'react';
import { cardPictureSizes } from '../catalog/product-grid.tsx';
import { knownCard } from './known-cards.ts';

export function ProductPictures({ product }: { product: Product }) {
  const [isKnown] = useState(() => knownCard(product.product_id) !== undefined);
  return (
    <Gallery
      title={product.title}
      pictures={product.images.map(({ url, large_url, alt }) => ({ url, largeUrl: large_url, alt }))}
      loadedSizes={isKnown ? cardPictureSizes : undefined}
    />
  );
}
