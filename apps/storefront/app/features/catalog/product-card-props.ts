import type { ListedProduct, Money } from '@kindred/contracts';
import type { Money as MinorMoney } from '@kindred/shop-types';
import type { ProductCardProps } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';

export function moneyOf(money: Money | null): MinorMoney | null {
  return money && { amountMinor: money.amount_minor, currency: money.currency };
}

export function productCardProps(product: ListedProduct): ProductCardProps {
  return {
    href: productPath(product),
    title: product.title,
    titleMatches: product.title_matches,
    brand: product.brand,
    imageUrl: product.image_url,
    price: moneyOf(product.price),
    averageRating: product.average_rating,
    ratingCount: product.rating_count,
    availability: product.availability,
  };
}
