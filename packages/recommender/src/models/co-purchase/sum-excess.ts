import type { Neighbours } from './neighbours.ts';

/** The score of a history for each item, by number. Only `touched` items have a sum. */
export interface Sums {
  readonly touched: readonly number[];
  readonly sums: Float64Array;
}

/**
 * Adds up the excess of all neighbours of a history's items, that of its n-th item (from 0) times `weightOf(n)`. A result is valid until
 * the next call, because results share their memory.
 */
export function createSummation({ pointers, items, excess }: Neighbours) {
  const sums = new Float64Array(pointers.length - 1);
  const isTouched = new Uint8Array(pointers.length - 1);
  let touched: number[] = [];
  return (history: ArrayLike<number>, weightOf: (place: number) => number): Sums => {
    for (const item of touched) sums[item] = isTouched[item] = 0;
    touched = [];
    for (let entry = 0; entry < history.length; entry++) {
      const weight = weightOf(entry);
      for (let place = pointers[history[entry]]; place < pointers[history[entry] + 1]; place++) {
        const item = items[place];
        if (isTouched[item] === 0) {
          isTouched[item] = 1;
          touched.push(item);
        }
        sums[item] += weight * excess[place];
      }
    }
    return { touched, sums };
  };
}

/** Returns the k wanted items with the largest sums above 0; of equals the lower item comes first. */
export function bestOf({ touched, sums }: Sums, k: number, isWanted: (item: number) => boolean): number[] {
  return touched
    .filter((item) => sums[item] > 0 && isWanted(item))
    .sort((a, b) => sums[b] - sums[a] || a - b)
    .slice(0, k);
}
