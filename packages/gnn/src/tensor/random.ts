/** A seeded source of random numbers. The same seed produces the same numbers on every machine. */
export interface Random {
  /** An integer in [0, 2^32). */
  uint32(): number;
  /** A float in [0, 1). */
  float(): number;
  /** An integer in [0, bound), bound at most 2^31. */
  below(bound: number): number;
  /** A draw from the standard normal distribution. */
  normal(): number;
}

/**
 * xoshiro128** (Blackman & Vigna 2021). splitmix32 fills its state from `seed`, a whole number below 2^32. Not for secrets.
 *
 * @example
 * import { createRandom } from '@kindred/gnn';
 *
 * const random = createRandom(7);
 * console.log(random.below(6) + 1); // a die
 */
export function createRandom(seed: number): Random {
  let mixed = seed >>> 0;
  const splitmix = () => {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];

  const rotateLeft = (x: number, k: number) => (x << k) | (x >>> (32 - k));
  const uint32 = () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
  const float = () => uint32() / 2 ** 32;
  return {
    uint32,
    float,
    below: (bound) => Math.floor(float() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - float())) * Math.cos(2 * Math.PI * float()),
  };
}

/** Shuffles in place (Fisher & Yates). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const held = values[i]!;
    values[i] = values[j]!;
    values[j] = held;
  }
}
