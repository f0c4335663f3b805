import type { ScoredItem } from './recommender-model.ts';

/**
 * Returns the k items with the highest scores, best first; of equal scores the lower id comes first.
 * @param ids one for each score
 * @param isWanted asked only about items whose scores are high enough
 */
export function bestScored(
  ids: Int32Array,
  scores: Float64Array,
  k: number,
  isWanted?: (id: number) => boolean,
): ScoredItem[] {
  const isAfter = (place: number, other: number) =>
    scores[place] < scores[other] || (scores[place] === scores[other] && ids[place] > ids[other]);
  const scored = (places: Int32Array) =>
    Array.from(places, (place) => ({ itemId: ids[place], score: scores[place] }));
  if (k >= ids.length) {
    const places = Int32Array.from(ids.keys()).filter((place) => !isWanted || isWanted(ids[place]));
    return scored(places.sort((a, b) => (isAfter(a, b) ? 1 : -1)));
  }
  const kept = new Int32Array(k);
  let size = 0;
  for (let place = 0; place < ids.length; place++) {
    if (size === k && (size === 0 || isAfter(place, kept[size - 1]))) continue;
    if (isWanted && !isWanted(ids[place])) continue;
    let at = size < k ? size++ : size - 1;
    for (; at > 0 && !isAfter(place, kept[at - 1]); at--) kept[at] = kept[at - 1];
    kept[at] = place;
  }
  return scored(kept.subarray(0, size));
}
