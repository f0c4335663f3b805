/** @file Who a shopper is: missions that drift a little over the years, a taste in looks, colours and price, a mood for rating. */
import { BRANDS } from '../catalogue/brands.ts';
import { FAMILIES, STYLES } from '../catalogue/styles.ts';
import { Random } from '../random.ts';
import { MISSIONS } from './missions.ts';

export interface Shopper {
  index: number;
  id: string;
  missions: number[];
  /** Weights of the missions at the start and at the end of the window. */
  early: number[];
  late: number[];
  /** Affinity to each style, colour family and brand; about 0 to 1. */
  styles: Float64Array;
  families: Float64Array;
  brands: Float64Array;
  tier: number;
  /** Shift of every rating this shopper gives. */
  kindness: number;
  /** 0 writes a word, 1 writes an essay. */
  wordiness: number;
}

const MISSION_SHARES = MISSIONS.map((mission) => mission.share);
const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export function shopperId(index: number, seed: number): string {
  const rng = new Random(seed, 'shopper-id', index);
  let id = 'A';
  for (let i = 0; i < 27; i++) id += ID_LETTERS[rng.int(32)];
  return id;
}

export function makeShopper(index: number, seed: number): Shopper {
  const rng = new Random(seed, 'shopper', index);
  const wanted = 1 + rng.weighted([0.16, 0.42, 0.3, 0.12]);
  const missions: number[] = [];
  while (missions.length < wanted) {
    const mission = rng.weighted(MISSION_SHARES);
    if (!missions.includes(mission)) missions.push(mission);
  }
  const early = missions.map(() => rng.exponential(1) + 0.08);
  const late = early.map((weight) => weight * Math.exp(0.35 * rng.normal()));

  const styles = new Float64Array(STYLES.length);
  const [first, second] = rng.sample([...STYLES.keys()], 2);
  styles[first!] = 1;
  styles[second!] = rng.between(0.2, 0.8);
  const families = Float64Array.from(FAMILIES, () => rng.next() ** 2);
  const brands = Float64Array.from(BRANDS, (brand) =>
    rng.chance(brand.style === STYLES[first!] ? 0.3 : 0.04) ? 1 : 0,
  );
  return {
    index,
    id: shopperId(index, seed),
    missions,
    early,
    late,
    styles,
    families,
    brands,
    tier: Math.min(4, Math.max(1, 2.5 + 0.9 * rng.normal())),
    kindness: 0.45 * rng.normal(),
    wordiness: rng.next() ** 1.5,
  };
}
