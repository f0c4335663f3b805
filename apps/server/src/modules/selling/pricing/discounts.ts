import { allocate } from '@kindred/shop-types';
import type { Promotion } from './promotion.ts';
import { proportionOf } from './shipping-and-tax.ts';

const rank = { percentage: 0, amount: 1, 'free-shipping': 2 } as const;

function value(promotion: Promotion): number {
  switch (promotion.kind) {
    case 'percentage':
      return promotion.basisPoints;
    case 'amount':
      return promotion.amountMinor;
    case 'free-shipping':
      return 0;
    default:
      return promotion satisfies never;
  }
}

/** Sorts codes into the order in which they apply, whatever the typed order: percentages, amounts, shipping; the larger first. */
export function inOrderOfEffect(promotions: readonly Promotion[]): Promotion[] {
  return promotions.toSorted(
    (a, b) => rank[a.kind] - rank[b.kind] || value(b) - value(a) || (a.code < b.code ? -1 : 1),
  );
}

export interface Discounts {
  /** The discount of each line. */
  readonly perLine: readonly number[];
  /** The discount of each code, by its position. */
  readonly perCode: readonly number[];
}

/** Applies one code after another to the lines. Each code applies to what the previous ones left. */
export function discountLines(subtotals: readonly number[], promotions: readonly Promotion[]): Discounts {
  let left = [...subtotals];
  const perCode = promotions.map((promotion) => {
    const goods = left.reduce((sum, amount) => sum + amount, 0);
    const taken =
      promotion.kind === 'percentage'
        ? proportionOf(goods, promotion.basisPoints, 10_000)
        : promotion.kind === 'amount'
          ? Math.min(promotion.amountMinor, goods)
          : 0;
    const parts = allocate(taken, left);
    left = left.map((amount, index) => amount - parts[index]);
    return taken;
  });
  return { perLine: subtotals.map((amount, index) => amount - left[index]), perCode };
}
