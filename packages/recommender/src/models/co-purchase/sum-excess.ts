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
  let touched: number[] = [];
  return (history: ArrayLike<number>, weightOf: (age: number) => number): Sums => {
    for (const item of touched) sums[item] = 0;
    touched = [];
    for (let age = 0; age < history.length; age++) {
      const weight = weightOf(age);
      for (let place = pointers[history[age]]; place < pointers[history[age] + 1]; place++) {
        const item = items[place];
        if (sums[item] === 0) touched.push(item);
        sums[item] += weight * excess[place];
      }
    }
    return { touched, sums };
  };
}

/** Returns the k wanted items with the largest sums; of equals the lower item comes first. */
export function bestOf({ touched, sums }: Sums, k: number, isWanted: (item: number) => boolean): number[] {
  return touched
    .filter(isWanted)
    .sort((a, b) => sums[b] - sums[a] || a - b)
    .slice(0, k);
}
