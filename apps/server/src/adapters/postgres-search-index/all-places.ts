let kept = new Int32Array(0);

/** Returns 0, 1, 2 and so on, from one shared array, so that all products and some products need the same loop. */
export function allPlaces(length: number): Int32Array {
  if (kept.length < length) kept = Int32Array.from({ length: Math.ceil(length * 1.5) }, (_, place) => place);
  return kept.subarray(0, length);
}
