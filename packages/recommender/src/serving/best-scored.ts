import type { ScoredItem } from './recommender-model.ts';

/**
 * Returns the k items with the highest scores, best first; of equal scores the lower id comes first.
 * @param ids one for each score
 */
export function bestScored(ids: Int32Array, scores: Float64Array, k: number): ScoredItem[] {
  const kept = new Int32Array(Math.min(k, ids.length));
  let size = 0;
  for (let place = 0; place < ids.length; place++) {
    const score = scores[place];
    const isAfter = (other: number) =>
      score < scores[other] || (score === scores[other] && ids[place] > ids[other]);
    if (size === kept.length && (size === 0 || isAfter(kept[size - 1]))) continue;
    let at = size < kept.length ? size++ : size - 1;
    for (; at > 0 && !isAfter(kept[at - 1]); at--) kept[at] = kept[at - 1];
    kept[at] = place;
  }
  return Array.from(kept.subarray(0, size), (place) => ({ itemId: ids[place], score: scores[place] }));
}
