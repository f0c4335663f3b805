let kept = new Int32Array(0);

/** 0, 1, 2 ...: made once for the largest catalogue, so that a loop over all products is the loop over some of them. */
export function allPlaces(length: number): Int32Array {
  if (kept.length < length) kept = Int32Array.from({ length: Math.ceil(length * 1.5) }, (_, place) => place);
  return kept.subarray(0, length);
}
