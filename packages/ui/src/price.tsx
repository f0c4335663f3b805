import { formatMoney, type Money } from '@kindred/shop-types';

export interface PriceProps {
  /** Null: shown in the shop and not for sale. */
  price: Money | null;
  /** Of several: the others are higher. */
  isLowest?: boolean | undefined;
  className?: string | undefined;
}

export function Price({ price, isLowest = false, className }: PriceProps) {
  if (price === null) return <span className="text-ink-muted">Not for sale</span>;
  return (
    <span className={className ?? 'font-medium tabular-nums'}>
      {isLowest && 'From '}
      {formatMoney(price)}
    </span>
  );
}
