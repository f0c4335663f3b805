/**
 * @file Metrics of top-K lists, with the LightGCN code base's definitions: all items but the user's training items are ranked,
 * users without test items do not count, and each metric is a mean over users.
 */

/** A mean over users of each metric at one cut-off K. */
export interface RankingMetrics {
  readonly k: number;
  /** Users that were averaged over. */
  readonly numUsers: number;
  /** Hits / test items of the user. */
  readonly recall: number;
  /** Hits / K. */
  readonly precision: number;
  /** DCG with gain 1 / log2(rank + 1), divided by that of a list that begins with the user's test items. */
  readonly ndcg: number;
  /** The share of users with at least one hit. */
  readonly hitRate: number;
  /** 1 / rank of the first hit, 0 without one. */
  readonly mrr: number;
  /** The share of all items that are recommended to someone. */
  readonly coverage: number;
  /** The mean over recommendations of -log2(share of users that know the item), in bits; an item nobody knows counts as known by one. */
  readonly novelty: number;
  /** Inequality of how often items are recommended: 0 when all are equally often, near 1 when few get everything. */
  readonly gini: number;
}

/** Adds up users' lists at one cut-off. */
export class RankingTally {
  readonly #k: number;
  readonly #selfInformation: Float64Array;
  readonly #timesRecommended: Float64Array;
  #numUsers = 0;
  #recall = 0;
  #precision = 0;
  #ndcg = 0;
  #hitRate = 0;
  #mrr = 0;
  #novelty = 0;
  #numRecommendations = 0;

  /** `itemDegrees`: how many of `numUsers` users know each item. */
  constructor(k: number, itemDegrees: Int32Array, numUsers: number) {
    this.#k = k;
    this.#selfInformation = Float64Array.from(
      itemDegrees,
      (degree) => -Math.log2(Math.max(1, degree) / numUsers),
    );
    this.#timesRecommended = new Float64Array(itemDegrees.length);
  }

  /** Adds a user's list, best first (its first K count; -1 ends it), and the distinct items that are right. */
  add(list: Int32Array, relevant: ReadonlySet<number>): void {
    let hits = 0;
    let gain = 0;
    let firstRank = 0;
    for (let rank = 1; rank <= Math.min(this.#k, list.length); rank++) {
      const item = list[rank - 1]!;
      if (item < 0) break;
      this.#timesRecommended[item]!++;
      this.#novelty += this.#selfInformation[item]!;
      this.#numRecommendations++;
      if (!relevant.has(item)) continue;
      hits++;
      gain += 1 / Math.log2(rank + 1);
      if (firstRank === 0) firstRank = rank;
    }
    this.#numUsers++;
    this.#recall += hits / relevant.size;
    this.#precision += hits / this.#k;
    this.#ndcg += gain / idealGain(Math.min(this.#k, relevant.size));
    this.#hitRate += hits > 0 ? 1 : 0;
    this.#mrr += firstRank > 0 ? 1 / firstRank : 0;
  }

  get metrics(): RankingMetrics {
    const users = Math.max(1, this.#numUsers);
    return {
      k: this.#k,
      numUsers: this.#numUsers,
      recall: this.#recall / users,
      precision: this.#precision / users,
      ndcg: this.#ndcg / users,
      hitRate: this.#hitRate / users,
      mrr: this.#mrr / users,
      coverage: this.#timesRecommended.filter((times) => times > 0).length / this.#timesRecommended.length,
      novelty: this.#novelty / Math.max(1, this.#numRecommendations),
      gini: giniOf(this.#timesRecommended),
    };
  }
}

function idealGain(numRelevant: number): number {
  let gain = 0;
  for (let rank = 1; rank <= numRelevant; rank++) gain += 1 / Math.log2(rank + 1);
  return gain;
}

/** The Gini coefficient of numbers that are not negative; 0 when all are zero. */
export function giniOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, i) => {
    total += value;
    weighted += (2 * (i + 1) - sorted.length - 1) * value;
  });
  return total > 0 ? weighted / (sorted.length * total) : 0;
}
