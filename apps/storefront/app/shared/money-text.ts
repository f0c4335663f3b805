import type { Money } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';

/** An amount of the API in words: `$19.99`. */
export function moneyText({ amount_minor, currency }: Money): string {
  return formatMoney({ amountMinor: amount_minor, currency });
}
