import type { Product, Sale } from '@kindred/contracts';
import { dayText, momentText } from '@kindred/shop-types';
import type { PriceReduction } from '@kindred/ui';

/**
 * The reduction of a sale. Its struck price is the lowest recent price, because the percentage is computed from that price. A struck
 * regular price may be higher and would not fit the percentage.
 */
export function reductionOf({ sale }: Pick<Product, 'sale'>): PriceReduction | null {
  if (sale === null) return null;
  const { amount_minor: amountMinor, currency } = sale.lowest_recent_price;
  return { before: { amountMinor, currency }, percentOff: sale.percent_off };
}

/** `Until 3 Dec 2026`: a sale that ends at midnight still holds on the day before. */
export function saleEndText(endsAt: NonNullable<Sale['ends_at']>): string {
  const isMidnight = endsAt.includes('T00:00:00');
  return `Until ${isMidnight ? dayText(new Date(Date.parse(endsAt) - 1).toISOString()) : momentText(endsAt)}`;
}
