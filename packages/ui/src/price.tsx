import { formatMoney, type Money } from '@kindred/shop-types';

export interface PriceProps {
  /** Null: shown in the shop and not for sale. */
  price: Money | null;
  className?: string | undefined;
}

export function Price({ price, className }: PriceProps) {
  if (price === null) return <span className="text-ink-muted">Not for sale</span>;
  return <span className={className ?? 'font-medium tabular-nums'}>{formatMoney(price)}</span>;
}
