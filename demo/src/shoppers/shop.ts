/**
 * @file What a shopper buys and how much they like it. A shopping trip starts from one of the shopper's missions; what
 * follows within days is often a complement from the same mission in a similar look. Within a kind of product the choice is
 * a softmax over taste, brand, price level and appeal, which makes neighbours in taste buy the same things.
 */
import { KINDS } from '../catalogue/kinds/index.ts';
import { DAY_MS, type Product, WINDOW_END, WINDOW_START } from '../catalogue/product.ts';
import { Random } from '../random.ts';
import { MISSIONS } from './missions.ts';
import { available, type Shelf } from './shelves.ts';
import type { Shopper } from './shopper.ts';

export interface Purchase {
  product: Product;
  /** Time of the review, ms. */
  at: number;
  rating: 1 | 2 | 3 | 4 | 5;
  mission: number;
}

const SPAN = WINDOW_END - WINDOW_START;
/** Candidates looked at on a crowded shelf. */
const LOOKS = 56;
/** Sales by month; the year starts slowly and ends with presents. */
const MONTH_WEIGHT = [0.95, 0.85, 0.92, 0.95, 1, 0.97, 0.98, 0.95, 0.97, 1.05, 1.3, 1.35];

export interface Shop {
  catalogue: readonly Product[];
  shelves: readonly Shelf[];
}

const monthOf = (at: number): number => new Date(at).getUTCMonth();

const seasonal = (kindIndex: number, month: number): number => {
  const [best, strength] = KINDS[kindIndex]!.season;
  if (strength === 0) return 1;
  return 1 + strength * Math.cos(((month - best) * Math.PI) / 6);
};

const affinity = (shopper: Shopper, product: Product): number =>
  2.7 * shopper.styles[product.styleIndex]! +
  1.4 * shopper.brands[product.brandIndex]! +
  1.1 * shopper.families[product.familyIndex]! -
  0.4 * (shopper.tier - product.brand.tier) ** 2;

/** Times of the reviews: trips cluster in the weeks after joining and then come back, more of them before holidays. */
function reviewTimes(count: number, rng: Random): number[] {
  const joined = WINDOW_START + SPAN * 0.85 * rng.next() ** 1.7;
  const stays = rng.chance(0.62) ? WINDOW_END - joined : (WINDOW_END - joined) * rng.between(0.15, 0.9);
  const times: number[] = [];
  while (times.length < count) {
    let at = joined + stays * rng.next();
    while (!rng.chance(MONTH_WEIGHT[monthOf(at)]! / 1.35)) at = joined + stays * rng.next();
    times.push(at);
    while (times.length < count && rng.chance(0.5)) {
      at += DAY_MS * (0.4 + rng.exponential(6));
      times.push(Math.min(at, WINDOW_END - rng.next() * DAY_MS));
    }
  }
  return times.sort((a, b) => a - b).map(Math.floor);
}

function rate(shopper: Shopper, product: Product, rng: Random): Purchase['rating'] {
  const fit = (affinity(shopper, product) - 2.2) / 1.9;
  const joy = 0.42 * product.quality + 0.5 * fit + shopper.kindness + 0.75 * rng.normal();
  if (rng.chance(0.028)) return 1;
  if (joy > -0.26) return 5;
  if (joy > -0.98) return 4;
  if (joy > -1.42) return 3;
  if (joy > -1.78) return 2;
  return 1;
}

export function shop(store: Shop, shopper: Shopper, count: number, seed: number): Purchase[] {
  const rng = new Random(seed, 'trips', shopper.index);
  const { catalogue, shelves } = store;
  const owned = new Set<number>();
  const ownedOfKind = new Map<number, number>();
  const purchases: Purchase[] = [];
  const weights = new Float64Array(LOOKS * 2);
  const looks = new Int32Array(LOOKS * 2);
  let mission = shopper.missions[0]!;
  let last: Product | undefined;
  let lastAt = 0;

  const chooseKind = (at: number): number => {
    const { kinds, weights: base } = MISSIONS[mission]!;
    const month = monthOf(at);
    return kinds[
      rng.weighted(
        kinds.map((kindIndex, i) => {
          const times = ownedOfKind.get(kindIndex) ?? 0;
          return base[i]! * seasonal(kindIndex, month) * KINDS[kindIndex]!.again ** times + 1e-6;
        }),
      )
    ]!;
  };

  const chooseFrom = (shelf: Shelf, at: number, near: Product | undefined): Product | undefined => {
    const open = available(shelf, at);
    const shown = Math.min(open, LOOKS);
    let total = 0;
    for (let i = 0; i < shown; i++) {
      const index = shelf.products[open > LOOKS ? rng.int(open) : i]!;
      looks[i] = index;
      weights[i] = 0;
      if (owned.has(index)) continue;
      const product = catalogue[index]!;
      let score = affinity(shopper, product) + 0.18 * product.quality;
      if (near !== undefined) {
        if (near.brandIndex === product.brandIndex) score += 1.1;
        else if (near.styleIndex === product.styleIndex) score += 0.5;
      }
      weights[i] = product.appeal * Math.exp(score);
      total += weights[i]!;
    }
    if (total === 0) return undefined;
    return catalogue[looks[rng.weighted(weights.subarray(0, shown), total)]!]!;
  };

  /** For a shopper who has everything: any product, and only if there is none yet, one that is still to come. */
  const anything = (at: number): Product => {
    const open = (product: Product): boolean => !owned.has(product.index) && product.firstAvailable <= at;
    for (let attempt = 0; attempt < 200; attempt++) {
      const product = catalogue[rng.int(catalogue.length)]!;
      if (open(product)) return product;
    }
    return catalogue.find(open) ?? catalogue.find((product) => !owned.has(product.index))!;
  };

  for (const at of reviewTimes(count, rng)) {
    const soon = last !== undefined && at - lastAt < 21 * DAY_MS;
    if (!soon || !rng.chance(0.8)) {
      const progress = (at - WINDOW_START) / SPAN;
      const mixture = shopper.early.map((early, i) => early * (1 - progress) + shopper.late[i]! * progress);
      mission = shopper.missions[rng.weighted(mixture)]!;
    }
    let product: Product | undefined;
    for (let attempt = 0; attempt < 6 && product === undefined; attempt++) {
      const stray = rng.chance(0.05);
      const shelf = shelves[stray ? rng.int(shelves.length) : chooseKind(at)]!;
      product = chooseFrom(shelf, at, soon && !stray ? last : undefined);
    }
    product ??= anything(at);
    owned.add(product.index);
    ownedOfKind.set(product.kindIndex, (ownedOfKind.get(product.kindIndex) ?? 0) + 1);
    purchases.push({ product, at, rating: rate(shopper, product, rng), mission });
    last = product;
    lastAt = at;
  }
  return purchases;
}
