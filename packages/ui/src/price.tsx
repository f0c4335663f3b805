import { formatMoney, type Money } from '@kindred/shop-types';
import type { ReactNode } from 'react';

/** A sale that the shop announces. */
export interface PriceReduction {
  /** The price from which the reduction is computed. */
  before: Money;
  percentOff: number;
}

export interface PriceProps {
  /** Null if the product is shown but not for sale. */
  price: Money | null;
  reduction?: PriceReduction | null | undefined;
  /** The price is the lowest of several. */
  isLowest?: boolean | undefined;
  className?: string | undefined;
  /** The text after the price, such as “each”. */
  children?: ReactNode;
}

export function Price({ price, reduction = null, isLowest = false, className, children }: PriceProps) {
  if (price === null) return <span className="text-ink-muted">Not for sale</span>;
  const asked = (
    <span className={className ?? 'font-medium tabular-nums'}>
      {reduction && <span className="sr-only">Sale price </span>}
      {isLowest && 'From '}
      {formatMoney(price)}
      {children}
    </span>
  );
  if (reduction === null) return asked;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {asked}
      <span className="text-ink-muted text-sm tabular-nums">
        <span className="sr-only">Previous price </span>
        <s>{formatMoney(reduction.before)}</s>
      </span>
    </span>
  );
}
