import type { Product, ShippingMethod } from '@kindred/contracts';
import { productPath } from '../../shared/paths.ts';
import { absoluteUrl } from '../../shared/seo.ts';
import { decimalOf } from './decimal-of.ts';
import { shippingData } from './shipping-data.ts';

const availabilities: Record<Product['availability'], string> = {
  'in-stock': 'https://schema.org/InStock',
  'low-stock': 'https://schema.org/LimitedAvailability',
  'out-of-stock': 'https://schema.org/OutOfStock',
  'not-for-sale': 'https://schema.org/Discontinued',
};

interface ProductDataContext {
  publicUrl: string;
  /** The destination of the shipping details. Undefined: there are none. */
  country: string | undefined;
  shippingMethods: readonly ShippingMethod[];
}

/**
 * The product in the words of schema.org, for search engines, as the page shows it. A product without a price has no offer. Search engines reject a
 * product that has neither an offer nor a rating, so there is none then.
 */
export function productData(product: Product, { publicUrl, country, shippingMethods }: ProductDataContext) {
  const { price, sale, brand, average_rating, rating_count } = product;
  const isRated = average_rating !== null && rating_count > 0;
  if (!isRated && price === null) return undefined;
  const url = publicUrl + productPath(product);
  const canBeSent = price !== null && product.available > 0 && product.availability !== 'not-for-sale';
  const shipping = canBeSent && country !== undefined ? shippingData(shippingMethods, country, price) : [];
  return {
    'script:ld+json': {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: product.title,
      url,
      sku: product.parent_asin,
      image: product.images.map((image) => absoluteUrl(image.large_url, publicUrl)),
      ...(product.description !== '' && { description: product.description }),
      ...(product.color !== null && { color: product.color }),
      ...(brand !== null && { brand: { '@type': 'Brand', name: brand } }),
      ...(isRated && {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: average_rating.toFixed(1),
          ratingCount: rating_count,
        },
      }),
      ...(price !== null && {
        offers: {
          '@type': 'Offer',
          url,
          price: decimalOf(price),
          priceCurrency: price.currency,
          ...(sale?.ends_at != null && { priceValidUntil: sale.ends_at }),
          availability: availabilities[product.availability],
          itemCondition: 'https://schema.org/NewCondition',
          ...(shipping.length > 0 && { shippingDetails: shipping }),
        },
      }),
    },
  };
}
