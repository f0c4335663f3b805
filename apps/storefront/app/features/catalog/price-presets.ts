import type { PriceBar } from '@kindred/contracts';
import type { ListingState } from './listing-state.ts';
import { toMinor, toUnits } from './price-units.ts';

/** A range of prices that a shopper can take with one click. */
export interface PricePreset {
  label: string;
  priceFrom: number | undefined;
  priceTo: number | undefined;
  /** About which part of the list it leaves. */
  share: number;
}

/**
 * Cuts a list near the quarters of its prices: `Under $20`, `$20 to $50`, `$50 and up`. The cuts are borders of bars, so they are round
 * numbers. None if the prices are too close together.
 */
export function pricePresets(bars: readonly PriceBar[], currency: string): PricePreset[] {
  const all = sumOf(bars);
  /** The border at which about this part of the prices is below. */
  const cutAt = (part: number) => {
    const borders = bars.slice(1).map(({ from_minor }) => from_minor);
    const distance = (border: number) =>
      Math.abs(sumOf(bars.filter((bar) => bar.to_minor <= border)) / all - part);
    return borders.toSorted((a, b) => distance(a) - distance(b))[0];
  };
  const [low, high] = [cutAt(0.3), cutAt(0.75)];
  if (low === undefined || high === undefined || low === high) return [];
  const text = (minor: number) => roundMoney(toUnits(minor, currency), currency);
  // A bar ends before its border: `Under $20` has no product for $20.
  const below = (minor: number) => toUnits(minor - 1, currency);
  const share = (from: number, to: number) =>
    sumOf(bars.filter((bar) => bar.from_minor >= from && bar.to_minor <= to)) / all;
  return [
    { label: `Under ${text(low)}`, priceFrom: undefined, priceTo: below(low), share: share(0, low) },
    {
      label: `${text(low)} to ${text(high)}`,
      priceFrom: toUnits(low, currency),
      priceTo: below(high),
      share: share(low, high),
    },
    {
      label: `${text(high)} and up`,
      priceFrom: toUnits(high, currency),
      priceTo: undefined,
      share: share(high, Number.POSITIVE_INFINITY),
    },
  ];
}

/** Whether a bar has a price of the range that the shopper chose. Without a range, every bar has. */
export function isInRange(bar: PriceBar, state: ListingState, currency: string): boolean {
  const { priceFrom, priceTo } = state;
  const isAbove = priceFrom === undefined || bar.to_minor > toMinor(priceFrom, currency);
  return isAbove && (priceTo === undefined || bar.from_minor <= toMinor(priceTo, currency));
}

const sumOf = (bars: readonly PriceBar[]): number => bars.reduce((sum, { count }) => sum + count, 0);

/** `$20`, and `$1.50`. */
const roundMoney = (units: number, currency: string): string =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(units);
