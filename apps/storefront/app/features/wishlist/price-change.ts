import { formatMoney, type Money } from '@kindred/shop-types';

export interface PriceChange {
  readonly isLower: boolean;
  readonly text: string;
}

/** How a price has changed since the shopper added the product. Null if it has not, or if the prices cannot be compared. */
export function priceChange(added: Money | null, now: Money | null): PriceChange | null {
  if (!added || !now || added.currency !== now.currency || added.amountMinor === now.amountMinor) return null;
  const isLower = now.amountMinor < added.amountMinor;
  const by = formatMoney({
    amountMinor: Math.abs(now.amountMinor - added.amountMinor),
    currency: now.currency,
  });
  return { isLower, text: `${by} ${isLower ? 'less' : 'more'} than when you added it` };
}
