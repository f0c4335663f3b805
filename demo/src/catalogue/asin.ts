import type { Random } from '../random.ts';

const LETTERS = '0123456789BCDFGHJKLMNPQRSTVWXYZ';

/** One that is not in `taken` yet, and is afterwards. */
export function newAsin(rng: Random, taken: Set<string>): string {
  for (;;) {
    let asin = 'B0';
    for (let i = 0; i < 8; i++) asin += LETTERS[rng.int(LETTERS.length)];
    if (taken.has(asin)) continue;
    taken.add(asin);
    return asin;
  }
}
