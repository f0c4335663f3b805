/**
 * @file Ranks by a history. Each entry proposes lists of items, and the lists are fused: an item scores, for each entry and each of its lists,
 * `weight * c / (c + place)` (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR 2009). Places can be fused where scores of different
 * lists cannot. An entry's part in a score does not depend on the other entries, so the score without it is exact.
 */
import { bestScored } from './best-scored.ts';
import type { ScoredItem } from './recommender-model.ts';

/** The constant of the formula: at place 5 (from 0), an item counts half as much as at the first place. */
const smoothing = 5;

/** How many places of each list count. */
export const fusedPlaces = 50;

/** An entry of a history by the number of its item. */
export interface Seed {
  readonly item: number;
  readonly weight: number;
}

/** Returns the items that an item proposes, the best first. */
export type Proposing = (item: number) => ArrayLike<number>;

export interface Fusion {
  /** Returns the k wanted items with the highest scores above 0; of equals the lower number comes first. `itemId` is the item's number. */
  best(
    seeds: readonly Seed[],
    options: { readonly k: number; readonly isWanted: (item: number) => boolean; readonly places?: number },
  ): ScoredItem[];
  /** Returns a seed's part in the score of an item. */
  partOf(seed: Seed, item: number): number;
  /** Returns the scores of these items, in order. */
  scoresOf(seeds: readonly Seed[], items: readonly number[]): Float64Array;
}

export function createFusion(numItems: number, lists: readonly Proposing[]): Fusion {
  const sums = new Float64Array(numItems);
  const isTouched = new Uint8Array(numItems);
  const touched = new Int32Array(numItems);
  let numTouched = 0;

  function sum(seeds: readonly Seed[], places: number): void {
    for (let place = 0; place < numTouched; place++) {
      sums[touched[place]] = 0;
      isTouched[touched[place]] = 0;
    }
    numTouched = 0;
    for (const { item, weight } of seeds)
      for (const listOf of lists) {
        const list = listOf(item);
        const length = Math.min(places, list.length);
        for (let place = 0; place < length; place++) {
          const other = list[place];
          if (isTouched[other] === 0) {
            isTouched[other] = 1;
            touched[numTouched++] = other;
          }
          sums[other] += (weight * smoothing) / (smoothing + place);
        }
      }
  }

  return {
    best(seeds, { k, isWanted, places = fusedPlaces }) {
      sum(seeds, places);
      const items = touched.subarray(0, numTouched).filter((item) => sums[item] > 0 && isWanted(item));
      return bestScored(
        items,
        Float64Array.from(items, (item) => sums[item]),
        k,
      );
    },

    partOf({ item: seed, weight }, item) {
      let part = 0;
      for (const listOf of lists) {
        const place = Array.prototype.indexOf.call(listOf(seed), item);
        if (place >= 0 && place < fusedPlaces) part += (weight * smoothing) / (smoothing + place);
      }
      return part;
    },

    scoresOf(seeds, items) {
      sum(seeds, fusedPlaces);
      return Float64Array.from(items, (item) => sums[item]);
    },
  };
}
