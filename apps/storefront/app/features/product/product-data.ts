import type { Product } from '@kindred/contracts';
import { minorUnitDigits } from '@kindred/shop-types';
import { productPath } from '../../shared/paths.ts';
import { absoluteUrl } from '../../shared/seo.ts';

const availabilities: Record<Product['availability'], string> = {
  'in-stock': 'https://schema.org/InStock',
  'low-stock': 'https://schema.org/LimitedAvailability',
  'out-of-stock': 'https://schema.org/OutOfStock',
  'not-for-sale': 'https://schema.org/Discontinued',
};

/** The product in the words of schema.org, for search engines. A product without a price has no offer. */
export function productData(product: Product, publicUrl: string) {
  const { price, sale, brand, average_rating, rating_count } = product;
  const url = publicUrl + productPath(product);
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
      ...(average_rating !== null &&
        rating_count > 0 && {
          aggregateRating: {
            '@type': 'AggregateRating',
            ratingValue: average_rating,
            reviewCount: rating_count,
          },
        }),
      ...(price !== null && {
        offers: {
          '@type': 'Offer',
          url,
          price: decimal(price.amount_minor, price.currency),
          priceCurrency: price.currency,
          ...(sale?.ends_at != null && { priceValidUntil: sale.ends_at }),
          availability: availabilities[product.availability],
        },
      }),
    },
  };
}

function decimal(amountMinor: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return (amountMinor / 10 ** digits).toFixed(digits);
}
