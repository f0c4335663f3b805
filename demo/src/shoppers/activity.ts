import { Random } from '../random.ts';

/**
 * How many reviews each shopper writes: a floor of two or three for everyone and a log-normal tail above it, adding up to
 * exactly `reviews`. No shopper gets more than `most`.
 */
export function activityOf(users: number, reviews: number, most: number, seed: number): Uint32Array {
  const rng = new Random(seed, 'activity');
  const floor = Math.min(2, Math.floor(reviews / users));
  const counts = new Uint32Array(users).fill(floor);
  let left = reviews - floor * users;
  const weights = Float64Array.from(counts, () => Math.exp(1.05 * rng.normal()));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = left;
  for (let user = 0; user < users; user++) {
    const extra = Math.min(most - floor, Math.floor((weights[user]! / total) * spare), left);
    counts[user] = floor + extra;
    left -= extra;
  }
  while (left > 0) {
    const user = rng.int(users);
    if (counts[user]! >= most) {
      const open = counts.findIndex((count) => count < most);
      counts[open]!++;
    } else counts[user]!++;
    left--;
  }
  return counts;
}
