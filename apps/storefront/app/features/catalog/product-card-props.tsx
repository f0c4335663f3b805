import type { ListedProduct, Money, ProductSummary } from '@kindred/contracts';
import type { Money as MinorMoney } from '@kindred/shop-types';
import type { ProductCardProps } from '@kindred/ui';
import { productPath } from '../../shared/paths.ts';
import { cardSwatches } from './card-swatches.ts';
import { reductionOf } from './reduction.ts';
import { VariantHints } from './variant-hints.tsx';

export function moneyOf(money: Money): MinorMoney;
export function moneyOf(money: Money | null): MinorMoney | null;
export function moneyOf(money: Money | null): MinorMoney | null {
  return money && { amountMinor: money.amount_minor, currency: money.currency };
}

/** What a card shows of a product, wherever it is. */
export type CardProduct = Omit<ListedProduct, 'comparable_in'>;

/** @param hrefOf the address of the product and of its variants */
export function productCardProps(
  product: CardProduct,
  hrefOf: (product: { product_id: number; title: string }) => string = productPath,
): ProductCardProps {
  const { swatches, moreColors } = cardSwatches(product, hrefOf);
  const { price, reduction, isLowestPrice } = cardPrice(product);
  return {
    href: hrefOf(product),
    title: product.title,
    titleMatches: product.title_matches,
    brand: product.brand,
    imageUrl: product.image_url,
    secondImageUrl: product.second_image_url,
    swatches,
    moreColors,
    price,
    reduction,
    isOnSale: product.sale !== null,
    isLowestPrice,
    choices: product.variants !== null && product.variants.count > 1 && (
      <VariantHints variants={product.variants} hasSwatches={swatches.length > 0} />
    ),
    averageRating: product.average_rating,
    ratingCount: product.rating_count,
    availability: product.variants?.availability ?? product.availability,
  };
}

/** If the variants have different prices, the card shows the lowest, and the product's own sale only if the lowest is its own price. */
function cardPrice(product: ProductSummary) {
  const { price, variants } = product;
  const { lowest_price: lowest = null, highest_price: highest = null } = variants ?? {};
  const isLowestPrice = lowest !== null && lowest.amount_minor !== highest?.amount_minor;
  const isOwnPrice = !isLowestPrice || price?.amount_minor === lowest.amount_minor;
  return {
    price: moneyOf(isLowestPrice ? lowest : price),
    reduction: isOwnPrice ? reductionOf(product) : null,
    isLowestPrice,
  };
}
