/** @file The borders of the bars in a histogram of prices, the same for all lists: 0, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100 minor units and so on. */

export interface PriceBar {
  readonly fromMinor: number;
  /** Exclusive. */
  readonly toMinor: number;
  readonly count: number;
}

/** Above every price. */
const end = 2 ** 31;

function bordersBelowEnd(): number[] {
  const borders = [0];
  for (let power = 1; power < end; power *= 10)
    for (const step of [1, 1.5, 2, 3, 5, 7]) {
      const border = step * power;
      if (Number.isInteger(border) && border < end) borders.push(border);
    }
  return borders;
}

/** Rising. A bar begins at each border but the last. */
export const priceBorders: readonly number[] = [...bordersBelowEnd(), end];

function findBar(priceMinor: number): number {
  let low = 0;
  for (let high = priceBorders.length - 1; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (priceBorders[middle]! <= priceMinor) low = middle;
    else high = middle;
  }
  return low;
}

const bars = Uint8Array.from({ length: 2 ** 16 }, (_, priceMinor) => findBar(priceMinor));

/** Returns the number of the bar that a price is in, from 0. */
export const barOf = (priceMinor: number): number => bars[priceMinor] ?? findBar(priceMinor);

/** Returns the bars from the lowest to the highest price, those without products among them. */
export function barsBetween(
  lowestMinor: number,
  highestMinor: number,
  countOf: (bar: number) => number,
): PriceBar[] {
  const first = barOf(lowestMinor);
  return priceBorders.slice(first, barOf(highestMinor) + 1).map((fromMinor, at) => ({
    fromMinor,
    toMinor: priceBorders[first + at + 1]!,
    count: countOf(first + at),
  }));
}
