import type { Random } from './random.ts';

/** Draws indexes with given probabilities in constant time (Walker's alias method, as built by Vose 1991). */
export interface AliasTable {
  draw(random: Random): number;
}

/** `weights` need not add up to 1. Throws a RangeError when one is negative or not finite, or none is positive. */
export function createAliasTable(weights: Float64Array): AliasTable {
  const size = weights.length;
  let total = 0;
  for (const weight of weights) {
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`A sampling weight is ${weight}; it must be finite and not negative.`);
    total += weight;
  }
  if (!(total > 0)) throw new RangeError('At least one sampling weight must be positive.');

  const threshold = Float64Array.from(weights, (weight) => (weight / total) * size);
  const alias = Int32Array.from(weights, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  for (const [i, value] of threshold.entries()) (value < 1 ? small : large).push(i);
  while (small.length > 0 && large.length > 0) {
    const less = small.pop()!;
    const more = large.pop()!;
    alias[less] = more;
    threshold[more]! -= 1 - threshold[less]!;
    (threshold[more]! < 1 ? small : large).push(more);
  }
  // The remaining weights differ from 1 only by rounding.
  for (const i of [...small, ...large]) threshold[i] = 1;

  return {
    draw(random) {
      const i = random.below(size);
      return random.float() < threshold[i]! ? i : alias[i]!;
    },
  };
}
