import { describe, expect, it } from 'vitest';
import { makeCatalogue } from './catalogue/product.ts';
import { activityOf } from './shoppers/activity.ts';
import { makeShelves } from './shoppers/shelves.ts';
import { shop } from './shoppers/shop.ts';
import { makeShopper } from './shoppers/shopper.ts';

interface Interaction {
  user: number;
  item: number;
  at: number;
}

/** The sizes of the shop that a first start makes. */
const size = { products: 3200, users: 12_000, reviews: 120_000, seed: 7 };

/** Interactions of the data with a rating of 3 or more, in time order. */
function interactions(): Interaction[] {
  const { products, users, reviews, seed } = size;
  const catalogue = makeCatalogue(products, seed);
  const store = { catalogue, shelves: makeShelves(catalogue) };
  const counts = activityOf(users, reviews, 240, seed);
  const all: Interaction[] = [];
  for (let user = 0; user < users; user++) {
    for (const { product, at, rating } of shop(store, makeShopper(user, seed), counts[user]!, seed)) {
      if (rating >= 3) all.push({ user, item: product.index, at });
    }
  }
  return all.sort((a, b) => a.at - b.at);
}

/** Recall@20 of popularity and of item-item cosine on the last fifth; train items masked, users and items known, every other user. */
function evaluate(all: Interaction[], items: number) {
  const cut = Math.floor(all.length * 0.8);
  const owned = new Map<number, number[]>();
  const popularity = new Float64Array(items);
  for (const { user, item } of all.slice(0, cut)) {
    owned.set(user, [...(owned.get(user) ?? []), item]);
    popularity[item]!++;
  }
  const together = new Float32Array(items * items);
  for (const mine of owned.values()) {
    for (const a of mine) for (const b of mine) together[a * items + b]!++;
  }
  const wanted = new Map<number, number[]>();
  for (const { user, item } of all.slice(cut)) {
    if (user % 2 === 0 && owned.has(user) && popularity[item]! > 0) {
      wanted.set(user, [...(wanted.get(user) ?? []), item]);
    }
  }
  const recall = { popularity: 0, knn: 0 };
  const recallOf = (scores: Float64Array, mine: number[], expected: number[]): number => {
    for (const item of mine) scores[item] = -1;
    const least = Float64Array.from(scores).sort().at(-20)!;
    return expected.filter((item) => scores[item]! >= least && scores[item]! > 0).length / expected.length;
  };
  for (const [user, expected] of wanted) {
    const mine = owned.get(user)!;
    const scores = new Float64Array(items);
    for (const a of mine) {
      for (let b = 0; b < items; b++) {
        const count = together[a * items + b]!;
        if (count > 0) scores[b]! += count / Math.sqrt(popularity[a]! * popularity[b]!);
      }
    }
    recall.knn += recallOf(scores, mine, expected) / wanted.size;
    recall.popularity += recallOf(popularity.slice(), mine, expected) / wanted.size;
  }
  return { recall, popularity: [...popularity], users: wanted.size, cut };
}

describe('taste', () => {
  it('can be learnt from products bought together, and hardly from popularity', () => {
    const { recall, popularity, users, cut } = evaluate(interactions(), size.products);
    expect(users).toBeGreaterThan(1000);
    expect(recall.popularity).toBeGreaterThan(0.015);
    expect(recall.popularity).toBeLessThan(0.08);
    expect(recall.knn).toBeGreaterThan(recall.popularity * 2.5);
    expect(recall.knn).toBeGreaterThan(0.15);
    expect(recall.knn).toBeLessThan(0.35);
    popularity.sort((a, b) => b - a);
    const share =
      popularity.slice(0, Math.floor(popularity.length / 10)).reduce((sum, n) => sum + n, 0) / cut;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.5);
    expect(popularity.filter((count) => count < 5).length).toBeGreaterThan(100);
  }, 60_000);
});
