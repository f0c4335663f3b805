/**
 * @file Ranks by a history. Each entry proposes lists of items, and the lists are fused: an item scores, for each entry and each of its lists,
 * `weight * c / (c + place)` (Cormack, Clarke, Büttcher: Reciprocal Rank Fusion, SIGIR 2009). Places can be fused where scores of different
 * lists cannot. An entry's part in a score does not depend on the other entries. Scores are summed as whole numbers, so the score without
 * an entry is exact, whatever the order.
 */
import { bestScored } from './best-scored.ts';
import type { ScoredItem } from './recommender-model.ts';

/** The constant of the formula: at place 5 (from 0), an item counts half as much as at the first place. */
const smoothing = 5;

/** How many places of each list count. */
export const fusedPlaces = 50;

/** Weights and places are rounded to this part of one. Sums of products of both are whole numbers below 2^53 for thousands of entries. */
const unit = 2 ** 20;

/** An entry of a history by the number of its item. */
export interface Seed {
  readonly item: number;
  readonly weight: number;
}

/** Returns the items that an item proposes, the best first. */
export type Proposing = (item: number) => ArrayLike<number>;

interface BestOptions {
  readonly k: number;
  readonly isWanted: (item: number) => boolean;
}

export interface Fusion {
  /** Returns the k wanted items with the highest scores above 0; of equals the lower number comes first. `itemId` is the item's number. */
  best(seeds: readonly Seed[], options: BestOptions & { readonly places?: number }): ScoredItem[];
  /** Returns the scores of these items, in order. */
  scoresOf(seeds: readonly Seed[], items: readonly number[]): Float64Array;
  /**
   * Returns a function that returns, for an item, the seed without which `best` would not return it: of the seed with the largest part in its score.
   * Undefined if `best` returns the item without that seed, too.
   */
  causes(seeds: readonly Seed[], options: BestOptions): (item: number) => Seed | undefined;
}

export function createFusion(numItems: number, lists: readonly Proposing[]): Fusion {
  const worths = Float64Array.from({ length: numItems }, (_, place) =>
    Math.round((unit * smoothing) / (smoothing + place)),
  );
  const sums = new Float64Array(numItems);
  const isTouched = new Uint8Array(numItems);
  const touched = new Int32Array(numItems);
  const positive = new Int32Array(numItems);
  const scores = new Float64Array(numItems);
  /** Used within a call: the place of an item in a list, plus one. */
  const ranks = new Int32Array(numItems);
  let numTouched = 0;
  let summed: { readonly seeds: readonly Seed[]; readonly places: number } | undefined;

  const isSummed = (seeds: readonly Seed[], places: number): boolean =>
    summed?.places === places &&
    summed.seeds.length === seeds.length &&
    summed.seeds.every(({ item, weight }, at) => item === seeds[at].item && weight === seeds[at].weight);

  function sum(seeds: readonly Seed[], places: number): void {
    // A shelf asks for the best, and then for their causes.
    if (isSummed(seeds, places)) return;
    summed = { seeds, places };
    for (let place = 0; place < numTouched; place++) {
      sums[touched[place]] = 0;
      isTouched[touched[place]] = 0;
    }
    numTouched = 0;
    for (const seed of seeds) {
      const weight = Math.round(seed.weight * unit);
      for (const listOf of lists) {
        const list = listOf(seed.item);
        const length = Math.min(places, list.length);
        for (let place = 0; place < length; place++) {
          const other = list[place];
          if (isTouched[other] === 0) {
            isTouched[other] = 1;
            touched[numTouched++] = other;
          }
          sums[other] += weight * worths[place];
        }
      }
    }
  }

  function best(seeds: readonly Seed[], { k, isWanted }: BestOptions, places: number): ScoredItem[] {
    sum(seeds, places);
    let size = 0;
    for (let place = 0; place < numTouched; place++) {
      const score = sums[touched[place]];
      if (score <= 0) continue;
      positive[size] = touched[place];
      scores[size++] = score;
    }
    return bestScored(positive.subarray(0, size), scores.subarray(0, size), k, isWanted);
  }

  return {
    best: (seeds, { places = fusedPlaces, ...options }) =>
      best(seeds, options, places).map(({ itemId, score }) => ({ itemId, score: score / unit ** 2 })),

    scoresOf(seeds, items) {
      sum(seeds, fusedPlaces);
      return Float64Array.from(items, (item) => sums[item] / unit ** 2);
    },

    causes(seeds, { k, isWanted }) {
      // Without a seed, only the items that it proposes score less. So the new k best are among this many of the old best.
      const wide = best(seeds, { k: k + lists.length * fusedPlaces, isWanted }, fusedPlaces);
      for (let rank = 0; rank < wide.length; rank++) ranks[wide[rank].itemId] = rank + 1;
      const partsOf = new Map<Seed, Float64Array>();
      const strongest: (Seed | undefined)[] = new Array(wide.length);
      const most = new Float64Array(wide.length);
      for (const seed of seeds) {
        const parts = new Float64Array(wide.length);
        partsOf.set(seed, parts);
        const weight = Math.round(seed.weight * unit);
        for (const listOf of lists) {
          const list = listOf(seed.item);
          const length = Math.min(fusedPlaces, list.length);
          for (let place = 0; place < length; place++) {
            const rank = ranks[list[place]] - 1;
            if (rank < 0) continue;
            parts[rank] += weight * worths[place];
            if (parts[rank] > most[rank]) {
              strongest[rank] = seed;
              most[rank] = parts[rank];
            }
          }
        }
      }
      for (const { itemId } of wide) ranks[itemId] = 0;
      const rankOf = new Map(wide.map(({ itemId }, rank) => [itemId, rank]));
      return (item) => {
        const rank = rankOf.get(item);
        const seed = rank === undefined ? undefined : strongest[rank];
        if (rank === undefined || seed === undefined) return undefined;
        const parts = partsOf.get(seed)!;
        const score = wide[rank].score - most[rank];
        let better = 0;
        for (let other = 0; other < wide.length && better < k; other++) {
          const theirs = wide[other].score - parts[other];
          if (theirs > score || (theirs === score && wide[other].itemId < item)) better++;
        }
        return score > 0 && better < k ? undefined : seed;
      };
    },
  };
}
