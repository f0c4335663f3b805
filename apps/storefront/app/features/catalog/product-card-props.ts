import type { Money, ProductSummary } from '@kindred/contracts';
import type { Money as MinorMoney } from '@kindred/shop-types';
import type { ProductCardProps } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';

export function moneyOf(money: Money | null): MinorMoney | null {
  return money && { amountMinor: money.amount_minor, currency: money.currency };
}

export function productCardProps(product: ProductSummary): ProductCardProps {
  return {
    href: productPath(product),
    title: product.title,
    brand: product.brand,
    imageUrl: product.image_url,
    price: moneyOf(product.price),
    averageRating: product.average_rating,
    ratingCount: product.rating_count,
    availability: product.availability,
  };
}
